/**
 * Owns the synthetic city: who lives in it, what each department knows of them, and how that is brought in.
 * It must not know how a department keeps or shares its facts; it speaks to them through their files.
 */
@NullMarked
package onepermit.city;

import org.jspecify.annotations.NullMarked;
