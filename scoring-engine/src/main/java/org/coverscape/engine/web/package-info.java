/**
 * Files and answers of other computers over HTTP, with patience and plain words for every fault.
 */
@NullMarked
package org.coverscape.engine.web;

import org.jspecify.annotations.NullMarked;
