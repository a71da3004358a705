/**
 * Owns birth-service registrations (生育服务登记, Decree 555 art. 16) and what hukou places are asked for them.
 * It must not know reproductive details: none are brought in.
 */
@NullMarked
package onepermit.health.birthservice;

import org.jspecify.annotations.NullMarked;
