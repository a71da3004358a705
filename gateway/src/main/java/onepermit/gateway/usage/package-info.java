/**
 * Owns the list of who looked at a person's data as one list over all departments.
 * It must not know what a look says beyond its time and its place in a ledger, and keeps nothing.
 */
@NullMarked
package onepermit.gateway.usage;

import org.jspecify.annotations.NullMarked;
