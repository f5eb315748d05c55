package org.huiqi.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.jspecify.annotations.Nullable;

/** One profile as somebody without a rule engine would hold it: plain objects whose unanswered fields are null. */
final class HandFacts {
    final Enterprise enterprise;
    final Product @Nullable [] products;
    final TaxPeriod @Nullable [] taxPeriods;

    private HandFacts(Enterprise enterprise, Product @Nullable [] products, TaxPeriod @Nullable [] taxPeriods) {
        this.enterprise = enterprise;
        this.products = products;
        this.taxPeriods = taxPeriods;
    }

    static HandFacts of(Dictionary dictionary, Facts facts) {
        Enterprise enterprise = copy(dictionary.enterprise(), facts.enterprise(), new Enterprise());
        enterprise.asOf = facts.asOf();
        return new HandFacts(
                enterprise,
                elements(facts, "Product")
                        .map(list -> list.stream()
                                .map(f -> copy(dictionary.get("Product"), f, new Product(enterprise)))
                                .toArray(Product[]::new))
                        .orElse(null),
                elements(facts, "TaxPeriod")
                        .map(list -> list.stream()
                                .map(f -> copy(dictionary.get("TaxPeriod"), f, new TaxPeriod(enterprise)))
                                .toArray(TaxPeriod[]::new))
                        .orElse(null));
    }

    private static Optional<List<Fact>> elements(Facts facts, String type) {
        return facts.find(type);
    }

    private static <T> T copy(FactType type, Fact fact, T into) {
        try {
            for (var field : into.getClass().getDeclaredFields()) {
                if (type.find(field.getName()).isPresent()) {
                    field.set(into, fact.get(type.indexOf(field.getName())));
                }
            }
            return into;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class Enterprise {
        @Nullable
        Boolean falseInvoicingIn36Months;

        @Nullable
        Boolean hasPreviousHnteCertificate;

        @Nullable
        Boolean headOfficeIsHnte;

        @Nullable
        Boolean hnteDraftedStandards;

        @Nullable
        Boolean hnteIpOwned;

        @Nullable
        Boolean hnteMajorChange;

        @Nullable
        Boolean hnteMajorChangeReported;

        @Nullable
        Boolean hnteRevoked;

        @Nullable
        Boolean illegalOperationLast3Years;

        @Nullable
        Boolean isBranch;

        @Nullable
        Boolean isHighTechEnterprise;

        @Nullable
        Boolean isIndependentLegalPerson;

        @Nullable
        Boolean majorAccidentLast3Years;

        @Nullable
        Boolean onAdvancedManufacturingList;

        @Nullable
        Boolean onPreviousAdvancedManufacturingList;

        @Nullable
        Boolean seriousIncidentWithin365Days;

        @Nullable
        Boolean taxRefundFraudIn36Months;

        @Nullable
        Boolean vatConsolidatedFiling;

        @Nullable
        Integer hnteClass1IpCount;

        @Nullable
        Integer hnteClass2IpCount;

        @Nullable
        Integer hnteConversions3y;

        @Nullable
        Integer hnteMissedAnnualReports;

        @Nullable
        Integer listYear;

        @Nullable
        Integer taxEvasionPenaltiesIn36Months;

        @Nullable
        BigDecimal hnteRdExpenseDomestic3y;

        @Nullable
        BigDecimal hnteRdExpenseY1;

        @Nullable
        BigDecimal hnteRdExpenseY2;

        @Nullable
        BigDecimal hnteRdExpenseY3;

        @Nullable
        BigDecimal htProductIncomeLastYear;

        @Nullable
        BigDecimal manufacturingSalesExclVat;

        @Nullable
        BigDecimal netAssetsY1;

        @Nullable
        BigDecimal netAssetsY2;

        @Nullable
        BigDecimal netAssetsY3;

        @Nullable
        BigDecimal salesRevenueY1;

        @Nullable
        BigDecimal salesRevenueY2;

        @Nullable
        BigDecimal salesRevenueY3;

        @Nullable
        BigDecimal techStaffMonthlyAvg;

        @Nullable
        BigDecimal totalIncomeLastYear;

        @Nullable
        BigDecimal totalSalesExclVat;

        @Nullable
        BigDecimal totalStaffMonthlyAvg;

        @Nullable
        String branchIndustryCode;

        @Nullable
        String headOfficeIndustryCode;

        @Nullable
        String hnteIpObtainedBy;

        @Nullable
        String hnteTechField;

        @Nullable
        String innocomIndustryCode;

        @Nullable
        String name;

        @Nullable
        String registeredProvince;

        @Nullable
        String vatTaxpayerType;

        LocalDate asOf = LocalDate.EPOCH;

        @Nullable
        LocalDate applyDate;

        @Nullable
        LocalDate generalTaxpayerSince;

        @Nullable
        LocalDate hnteCertExpiryDate;

        @Nullable
        LocalDate hnteCertIssueDate;

        @Nullable
        LocalDate hnteCertPreviousExpiryDate;

        @Nullable
        LocalDate hnteCertPreviousIssueDate;

        @Nullable
        LocalDate hnteMajorChangeDate;

        @Nullable
        LocalDate hnteMajorChangeReportDate;

        @Nullable
        LocalDate registrationDate;
    }

    static final class Product {
        final Enterprise enterprise;

        @Nullable
        Boolean hasCcc;

        @Nullable
        Boolean hasLicense;

        @Nullable
        Boolean hasNoveltySearchReport;

        @Nullable
        Boolean hasProductStandard;

        @Nullable
        Boolean inNationalMajorProject;

        @Nullable
        Boolean listedInEarlierYear;

        @Nullable
        Boolean onProvincialFirstSetList;

        @Nullable
        Boolean requiresCcc;

        @Nullable
        Boolean requiresLicense;

        @Nullable
        Boolean substitutesImport;

        @Nullable
        Integer ipCountProduct;

        @Nullable
        Integer salesContractCount;

        @Nullable
        Integer userReportCount;

        @Nullable
        BigDecimal unitValue;

        @Nullable
        String innovationType;

        @Nullable
        String insuranceType;

        @Nullable
        String ipOwner;

        @Nullable
        String productForm;

        @Nullable
        String productForm2024;

        @Nullable
        String techLevel;

        @Nullable
        String testReportLevel;

        @Nullable
        String trademarkOwner;

        Product(Enterprise enterprise) {
            this.enterprise = enterprise;
        }
    }

    static final class TaxPeriod {
        final Enterprise enterprise;

        @Nullable
        String chosenPlusDeductionPolicy;

        @Nullable
        LocalDate month;

        TaxPeriod(Enterprise enterprise) {
            this.enterprise = enterprise;
        }
    }
}
