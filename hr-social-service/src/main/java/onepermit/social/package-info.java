/**
 * Owns the start of the service of human resources and social security (人社).
 * It must not know what any feature does.
 */
@NullMarked
package onepermit.social;

import org.jspecify.annotations.NullMarked;
