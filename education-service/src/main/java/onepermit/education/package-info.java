/**
 * Owns the education department: schools, school roll, school years, admissions.
 * It must not know how other departments keep their facts; it reads what they published.
 */
@NullMarked
package onepermit.education;

import org.jspecify.annotations.NullMarked;
