/** The inference services of the window. */
@NullMarked
package org.coverscape.app.service;

import org.jspecify.annotations.NullMarked;
