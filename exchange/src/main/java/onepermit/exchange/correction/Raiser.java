package onepermit.exchange.correction;

/**
 * Who raised a correction.
 *
 * @param division GB/T 2260; empty = the whole department
 * @param caseRef in the department's own files
 */
public record Raiser(String department, String division, String caseRef) {}
