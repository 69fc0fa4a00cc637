/**
 * Bytes of imagery that lies on the web, fetched in ranges, ahead of their use, and kept a while.
 */
@NullMarked
package org.coverscape.engine.imagery.web;

import org.jspecify.annotations.NullMarked;
