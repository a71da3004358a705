/**
 * Owns what social security says of an employer's staff; it must not know who asks.
 * Facts in, an answer out.
 */
@NullMarked
package onepermit.permit.filing.project;

import org.jspecify.annotations.NullMarked;
