/**
 * The acceptance scenarios, asked at the gateway of a running stack with tokens of its issuer, over real Kafka and PostgreSQL.
 * Knows the contracts and nothing of the services' insides.
 */
@org.jspecify.annotations.NullMarked
package onepermit.scenarios;
