package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;

/** All that is missing, told once (一次性告知): there is never a second one. */
public record OneTimeNotice(LocalDate on, List<MissingItem> items) {}
