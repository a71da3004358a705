package onepermit.city;

import com.google.protobuf.MessageLite;

/** A fact as its owner would publish it; the person is named by ID, since only a holder of the exchange's key can name the key. */
public record CityFact(String citizenId, String dataset, String factId, MessageLite payload) {}
