package onepermit.education.admission;

/** Months paid in the city for each insurance, up to the reckoning date; gaps are not counted and break nothing. */
public record PaidByKind(int pension, int medical, int unemployment, int injury, int maternity) {}
