/** The way to imagery of any form, on disks and on the web. */
@NullMarked
package org.coverscape.engine.imagery.access;

import org.jspecify.annotations.NullMarked;
