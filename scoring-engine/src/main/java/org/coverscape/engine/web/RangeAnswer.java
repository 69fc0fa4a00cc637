package org.coverscape.engine.web;

/**
 * Bytes of a file on the web. Holds an array that is the caller's from now on.
 *
 * @param from position of the first: 0 where the host knows only whole files
 * @param bytes the bytes, fewer than asked for where the file ends
 * @param facts what the host says of the file
 */
@SuppressWarnings("ArrayRecordComponent")
public record RangeAnswer(long from, byte[] bytes, WebFacts facts) {}
