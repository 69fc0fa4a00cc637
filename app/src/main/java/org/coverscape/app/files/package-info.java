/** Where the application keeps things: folders, settings, the log. */
@NullMarked
package org.coverscape.app.files;

import org.jspecify.annotations.NullMarked;
