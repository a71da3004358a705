/**
 * Owns how many looks one may take: quotas of organisations, and the guard against those who go through people one by one.
 * It must not know what is looked at, nor why.
 */
@NullMarked
package onepermit.exchange.looks;

import org.jspecify.annotations.NullMarked;
