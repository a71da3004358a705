/**
 * Speeds of the product, each beside a bare limit measured in the same run on the same machine.
 * Knows the contracts and the road's library; drives running processes from outside.
 */
@org.jspecify.annotations.NullMarked
package onepermit.bench;
