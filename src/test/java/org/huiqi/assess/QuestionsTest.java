package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.huiqi.assess.Questions.Question;
import org.junit.jupiter.api.Test;

final class QuestionsTest {
    private static final Set<Question> VAT = Questions.of(RealRules.book(), "advanced-manufacturing-vat");
    private static final Set<Question> HNTE = Questions.of(RealRules.book(), "high-tech-enterprise");

    @Test
    void aPolicyAsksForWhatItsCriteriaRead() {
        assertThat(VAT).contains(new Question("Enterprise", "totalSalesExclVat"));
    }

    @Test
    void aPolicyAsksForTheKeyOfItsEditions() {
        assertThat(VAT).contains(new Question("Enterprise", "listYear"));
    }

    @Test
    void aPolicyAsksForWhatOnlyItsAmountReads() {
        assertThat(VAT).contains(new Question("TaxPeriod", "inputVat"), new Question("Enterprise", "hasExportSales"));
    }

    @Test
    void aPolicyAsksForThePointsThatExpertsGive() {
        assertThat(HNTE).contains(new Question("Enterprise", "scoreIpAdvancement"));
    }

    @Test
    void anElementOfAListIsAskedForByItsKey() {
        assertThat(VAT).contains(new Question("TaxPeriod", "month"), new Question("TaxPeriod", "vatColumn"));
    }

    @Test
    void aPolicyDoesNotAskForWhatItNeverReads() {
        assertThat(HNTE).noneMatch(q -> q.type().equals("TaxPeriod"));
    }

    @Test
    void insteadOfAResultOfAClassificationItsOwnFieldsAreAskedFor() {
        assertThat(RealRules.book().dictionary().enterprise().fields())
                .filteredOn(f -> f.derived())
                .allSatisfy(derived -> assertThat(RealRules.book().policies())
                        .flatMap(p -> Questions.of(RealRules.book(), p.id()))
                        .doesNotContain(new Question("Enterprise", derived.name())));
    }
}
