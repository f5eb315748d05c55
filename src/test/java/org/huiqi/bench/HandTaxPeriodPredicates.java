package org.huiqi.bench;

import static org.huiqi.bench.HandPredicates.equal;
import static org.huiqi.bench.HandPredicates.truth;
import static org.huiqi.engine.AtomTests.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import org.huiqi.bench.HandFacts.TaxPeriod;

/** The conditions on one tax period. */
final class HandTaxPeriodPredicates {
    /** In the order of the code below, as the rules spell them: the benchmark looks up which answer is which. */
    static final List<String> CONDITIONS = List.of(
            "month >= enterprise.generalTaxpayerSince",
            "month.year >= enterprise.listYear",
            "month.year <= enterprise.listYear",
            "month.year == enterprise.listYear + 1",
            "month.monthValue <= 4",
            "chosenPlusDeductionPolicy == \"先进制造业5%\"",
            "month >= \"2023-01-01\"",
            "month <= \"2027-12-31\"");

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 31);

    private HandTaxPeriodPredicates() {}

    static byte[] test(TaxPeriod t) {
        LocalDate month = t.month;
        LocalDate since = t.enterprise.generalTaxpayerSince;
        Integer listYear = t.enterprise.listYear;
        byte[] out = new byte[8];
        out[0] = month == null || since == null ? UNKNOWN : truth(!month.isBefore(since));
        out[1] = month == null || listYear == null ? UNKNOWN : truth(month.getYear() >= listYear);
        out[2] = month == null || listYear == null ? UNKNOWN : truth(month.getYear() <= listYear);
        out[3] = month == null || listYear == null ? UNKNOWN : truth(month.getYear() == listYear + 1);
        out[4] = month == null ? UNKNOWN : truth(month.getMonthValue() <= 4);
        out[5] = equal("先进制造业5%", t.chosenPlusDeductionPolicy);
        out[6] = month == null ? UNKNOWN : truth(!month.isBefore(FIRST_DAY));
        out[7] = month == null ? UNKNOWN : truth(!month.isAfter(LAST_DAY));
        return out;
    }
}
