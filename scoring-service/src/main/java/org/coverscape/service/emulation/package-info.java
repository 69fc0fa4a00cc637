/**
 * The likeness of an inference service on an FPGA: its timing, its faults and its full queue,
 * without its hardware and almost without CPU.
 */
@NullMarked
package org.coverscape.service.emulation;

import org.jspecify.annotations.NullMarked;
