/** Tests of places. */
@org.jspecify.annotations.NullMarked
package org.coverscape.app.place;
