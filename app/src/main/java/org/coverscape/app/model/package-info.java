/** What the window shows and does, without a screen: view models. */
@NullMarked
package org.coverscape.app.model;

import org.jspecify.annotations.NullMarked;
