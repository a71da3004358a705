/**
 * Owns where pupils have their hukou, as public security shares it for statistics.
 * It must not know any school.
 */
@NullMarked
package onepermit.education.statistics.project;

import org.jspecify.annotations.NullMarked;
