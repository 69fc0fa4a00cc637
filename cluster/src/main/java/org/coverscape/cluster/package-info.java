/** The engine on Apache Spark. */
package org.coverscape.cluster;
