/** The built programs, run as a user runs them. */
@org.jspecify.annotations.NullMarked
package org.coverscape.endtoend;
