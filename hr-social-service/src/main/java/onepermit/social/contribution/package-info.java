/**
 * Owns social-insurance contributions: months by place, kind and employer, their history and their corrections.
 * It must not know what other departments conclude from them.
 */
@NullMarked
package onepermit.social.contribution;

import org.jspecify.annotations.NullMarked;
