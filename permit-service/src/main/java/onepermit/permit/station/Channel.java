package onepermit.permit.station;

/** Kind of a station. */
public enum Channel {
    POLICE_STATION,
    COMMUNITY,
    ENTERPRISE,
    INDUSTRIAL_PARK
}
