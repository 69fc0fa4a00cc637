/** Tests of the pictures of imagery. */
@org.jspecify.annotations.NullMarked
package org.coverscape.engine.picture;
