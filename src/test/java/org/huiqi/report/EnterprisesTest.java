package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten whole enterprises against the whole pack, in {@code *.expected.txt} beside them. Written anew, to be read against the documents before it
 * is committed, by {@code mvn -B test -Dtest=EnterprisesTest -Dgolden=write}.
 */
final class EnterprisesTest {
    private static final Path ENTERPRISES = Path.of("test-cases/enterprises");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final RuleBook BOOK = RealRules.book();
    /** The characters of a unified social credit code, in the order of their values. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static Stream<Path> profiles() throws IOException {
        try (Stream<Path> files = Files.list(ENTERPRISES)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void anEnterpriseIsAssessedAsExpected(Path file) throws IOException {
        Path golden = Path.of(file.toString().replace(".yaml", ".expected.txt"));
        String said = assessed(read(file));
        if (WRITE) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }

    /** Region 370399 does not exist, so that no code can be anyone's. */
    @ParameterizedTest
    @MethodSource("profiles")
    void itsCreditCodeIsWellFormedAndNobodys(Path file) throws IOException {
        String code = read(file)
                .enterprise()
                .find("unifiedSocialCreditCode")
                .orElseThrow()
                .toString();
        assertThat(code).hasSize(18).startsWith("91370399");
        int sum = 0;
        for (int i = 0, weight = 1; i < 17; i++, weight = weight * 3 % 31) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
        }
        assertThat(code.charAt(17)).isEqualTo(ALPHABET.charAt((31 - sum % 31) % 31));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void itsFiguresAgreeWithEachOther(Path file) throws IOException {
        Profile profile = read(file);
        LocalDate founded = date(profile, "registrationDate").orElseThrow();
        assertThat(founded).isBefore(profile.asOf().orElseThrow());
        balance(profile);
        order(profile, "hnteCertIssueDate", "hnteCertExpiryDate");
        order(profile, "hnteCertPreviousIssueDate", "hnteCertIssueDate");
        order(profile, "innoProjectStartDate", "innoProjectEndDate");
        atMost(profile, "mainBusinessRevenue", "operatingRevenue");
        atMost(profile, "manufacturingSalesExclVat", "totalSalesExclVat");
        atMost(profile, "htProductIncomeLastYear", "totalIncomeLastYear");
        atMost(profile, "techStaffMonthlyAvg", "totalStaffMonthlyAvg");
        atMost(profile, "rdFullTimeStaff", "totalStaffMonthlyAvg");
        atMost(profile, "rdEquipmentValue", "totalAssets");
    }

    private static void balance(Profile profile) {
        number(profile, "totalAssets")
                .flatMap(assets -> number(profile, "totalLiabilities").map(assets::subtract))
                .ifPresent(net -> assertThat(number(profile, "netAssetsY3"))
                        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(net)));
    }

    private static void order(Profile profile, String earlier, String later) {
        date(profile, earlier)
                .ifPresent(e ->
                        assertThat(e).as(earlier).isBefore(date(profile, later).orElseThrow()));
    }

    private static void atMost(Profile profile, String part, String whole) {
        number(profile, part)
                .ifPresent(p -> assertThat(p)
                        .as(part)
                        .isLessThanOrEqualTo(number(profile, whole).orElseThrow()));
    }

    private static Optional<BigDecimal> number(Profile profile, String field) {
        return profile.enterprise().find(field).map(v -> new BigDecimal(v.toString()));
    }

    private static Optional<LocalDate> date(Profile profile, String field) {
        return profile.enterprise().find(field).map(LocalDate.class::cast);
    }

    private static String assessed(Profile profile) {
        Assessor.Request request = Assessor.Request.on(profile.asOf().orElseThrow());
        return profile.enterprise().find("name").orElseThrow() + " · "
                + profile.asOf().orElseThrow() + "\n"
                + new Gist(BOOK).of(new Assessor(BOOK).assess(profile, request));
    }

    private static Profile read(Path file) throws IOException {
        return BOOK.profileReader().read(ProfileText.yaml(Files.readAllBytes(file)));
    }
}
