package onepermit.education.school;

import onepermit.exchange.identity.DivisionCode;

/**
 * A school.
 *
 * @param code school code, unique in the department
 * @param seats seats of one intake (学位)
 */
public record School(String code, String name, DivisionCode division, Stage stage, int seats) {}
