/**
 * Classical linear classifiers by Tribuo, as trainers of heads; the only place that knows Tribuo.
 */
@NullMarked
package org.coverscape.cli.classical;

import org.jspecify.annotations.NullMarked;
