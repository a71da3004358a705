/**
 * Owns the SQL of taxed months. It must not know how lines arrive.
 */
@NullMarked
package onepermit.social.wagetax.store;

import org.jspecify.annotations.NullMarked;
