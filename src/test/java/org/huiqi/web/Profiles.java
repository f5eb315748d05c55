package org.huiqi.web;

/** Profiles to send. */
final class Profiles {
    /** A firm on the list of 2025 with two months of its VAT ledger answered in full: 60,000 accrued in January, 40,000 in February. */
    static final String LEDGER = """
            {"asOf": "2025-12-08",
             "vatTaxpayerType": "一般纳税人", "generalTaxpayerSince": "2020-01-01", "listYear": 2025,
             "onAdvancedManufacturingList": true, "hnteCertIssueDate": "2023-11-29", "hnteCertExpiryDate": "2026-11-29",
             "hasExportSales": false, "hasRelatedPartyInputVat": false, "hasBuybackPurchases": false,
             "hasInputVatTransferOut": true, "hasPlusDeductionCatchUp": false, "onFifteenPercentPlusList": false,
             "taxPeriods": [
               {"month": "2025-01", "vatColumn": "一般项目", "chosenPlusDeductionPolicy": "先进制造业5%",
                "outputVat": 1000000, "inputVat": 1200000, "inputVatTransferredOut": 0, "openingVatCredit": 0, "openingPlusBalance": 0},
               {"month": "2025-02", "vatColumn": "一般项目", "chosenPlusDeductionPolicy": "先进制造业5%",
                "outputVat": 1500000, "inputVat": 800000, "inputVatTransferredOut": 0}],
             "products": [{"name": "甲型磁选机"}, {"name": "乙型磁选机"}]}
            """;

    private Profiles() {}
}
