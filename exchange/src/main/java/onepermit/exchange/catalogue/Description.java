package onepermit.exchange.catalogue;

import java.util.List;

/**
 * What a dataset means, for people who ask for it and rely on it.
 *
 * @param version of this description, from 1; it grows with every change of what is said here
 * @param sharingBasis the rule that puts the dataset into its sharing class
 * @param updateRule when the owner changes a fact
 * @param persons whose facts it holds
 * @param fields every field of the payload, in the order of the contract
 * @param knownDefects what a reader must not rely on; may be empty
 */
public record Description(
        int version,
        Words name,
        Words definition,
        Words sharingBasis,
        Words updateRule,
        Words persons,
        List<Field> fields,
        List<Words> knownDefects) {}
