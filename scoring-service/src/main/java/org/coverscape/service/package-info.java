/**
 * The scoring service: the server, its settings, and the program that runs it in a JVM of its own.
 */
@NullMarked
package org.coverscape.service;

import org.jspecify.annotations.NullMarked;
