/**
 * Owns the tables of applications; it must not know what a state means.
 * Rows in, applications out.
 */
@NullMarked
package onepermit.permit.filing.store;

import org.jspecify.annotations.NullMarked;
