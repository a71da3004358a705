/**
 * Owns what a permit gives, by place, class and years of residence: rules as data.
 * It must not know how a permit comes about, nor what another department decides on it.
 */
@NullMarked
package onepermit.permit.entitlement;

import org.jspecify.annotations.NullMarked;
