/**
 * Owns, as custodian of imports, where people live by title, registered lease or dormitory.
 * It must not know what a dwelling entitles to.
 */
@NullMarked
package onepermit.permit.dwelling;

import org.jspecify.annotations.NullMarked;
