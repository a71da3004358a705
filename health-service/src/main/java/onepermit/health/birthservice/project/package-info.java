/**
 * Owns where spouses have their hukou, as public security shares it.
 * It must not know what is registered.
 */
@NullMarked
package onepermit.health.birthservice.project;

import org.jspecify.annotations.NullMarked;
