/** The desktop application, which joins map and engine. */
package org.coverscape.app;
