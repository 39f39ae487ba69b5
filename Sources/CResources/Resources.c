// The bytes of every file that the program carries. A new file needs its #embed and its line in `resources`;
// a test searches the built program for each file of its folders.

#include "CResources.h"

#include <stdlib.h>

static const uint8_t theme_style_css[] = {
#embed "../../site/theme/style.css"
};
static const uint8_t theme_icon_svg[] = {
#embed "../../site/theme/icon.svg"
};
static const uint8_t tables_countries_yaml[] = {
#embed "../RopaKit/Law/Tables/countries.yaml"
};
static const uint8_t tables_areas_yaml[] = {
#embed "../RopaKit/Law/Tables/areas.yaml"
};
static const uint8_t tables_home_yaml[] = {
#embed "../RopaKit/Law/Tables/home.yaml"
};
static const uint8_t tables_adequacy_yaml[] = {
#embed "../RopaKit/Law/Tables/adequacy.yaml"
};
static const uint8_t tables_mechanisms_yaml[] = {
#embed "../RopaKit/Law/Tables/mechanisms.yaml"
};
static const uint8_t tables_lawful_bases_yaml[] = {
#embed "../RopaKit/Law/Tables/lawful-bases.yaml"
};
static const uint8_t tables_special_conditions_yaml[] = {
#embed "../RopaKit/Law/Tables/special-conditions.yaml"
};
static const uint8_t tables_notice_elements_yaml[] = {
#embed "../RopaKit/Law/Tables/notice-elements.yaml"
};
static const uint8_t tables_rights_yaml[] = {
#embed "../RopaKit/Law/Tables/rights.yaml"
};
static const uint8_t tables_regulators_yaml[] = {
#embed "../RopaKit/Law/Tables/regulators.yaml"
};
static const uint8_t tables_regimes_yaml[] = {
#embed "../RopaKit/Law/Tables/regimes.yaml"
};
static const uint8_t tables_citations_yaml[] = {
#embed "../RopaKit/Law/Tables/citations.yaml"
};
static const uint8_t tables_data_categories_yaml[] = {
#embed "../RopaKit/Law/Tables/data-categories.yaml"
};
static const uint8_t tables_data_subjects_yaml[] = {
#embed "../RopaKit/Law/Tables/data-subjects.yaml"
};
static const uint8_t tables_measures_yaml[] = {
#embed "../RopaKit/Law/Tables/measures.yaml"
};
static const uint8_t tables_milestones_yaml[] = {
#embed "../RopaKit/Law/Tables/milestones.yaml"
};
static const uint8_t tables_pending_yaml[] = {
#embed "../RopaKit/Law/Tables/pending.yaml"
};
static const uint8_t tables_figures_yaml[] = {
#embed "../RopaKit/Law/Tables/figures.yaml"
};
static const uint8_t tables_fees_yaml[] = {
#embed "../RopaKit/Law/Tables/fees.yaml"
};
static const uint8_t tables_record_fields_yaml[] = {
#embed "../RopaKit/Law/Tables/record-fields.yaml"
};
static const uint8_t tables_contract_terms_yaml[] = {
#embed "../RopaKit/Law/Tables/contract-terms.yaml"
};
static const uint8_t tables_screening_criteria_yaml[] = {
#embed "../RopaKit/Law/Tables/screening-criteria.yaml"
};
static const uint8_t tables_assessment_parts_yaml[] = {
#embed "../RopaKit/Law/Tables/assessment-parts.yaml"
};
static const uint8_t tables_recognised_interests_yaml[] = {
#embed "../RopaKit/Law/Tables/recognised-interests.yaml"
};
static const uint8_t tables_schedule_1_yaml[] = {
#embed "../RopaKit/Law/Tables/schedule-1.yaml"
};
static const uint8_t tables_offence_grounds_yaml[] = {
#embed "../RopaKit/Law/Tables/offence-grounds.yaml"
};
static const uint8_t tables_decision_grounds_yaml[] = {
#embed "../RopaKit/Law/Tables/decision-grounds.yaml"
};
static const uint8_t tables_decision_safeguards_yaml[] = {
#embed "../RopaKit/Law/Tables/decision-safeguards.yaml"
};
static const uint8_t tables_consent_ages_yaml[] = {
#embed "../RopaKit/Law/Tables/consent-ages.yaml"
};
static const uint8_t tables_notice_exemptions_yaml[] = {
#embed "../RopaKit/Law/Tables/notice-exemptions.yaml"
};
static const uint8_t tables_complaint_duties_yaml[] = {
#embed "../RopaKit/Law/Tables/complaint-duties.yaml"
};
static const uint8_t tables_right_limits_yaml[] = {
#embed "../RopaKit/Law/Tables/right-limits.yaml"
};
static const uint8_t tables_storage_routes_yaml[] = {
#embed "../RopaKit/Law/Tables/storage-routes.yaml"
};
static const uint8_t tables_known_trackers_yaml[] = {
#embed "../RopaKit/Law/Tables/known-trackers.yaml"
};
static const uint8_t tables_storage_categories_yaml[] = {
#embed "../RopaKit/Law/Tables/storage-categories.yaml"
};
static const uint8_t tables_marketing_routes_yaml[] = {
#embed "../RopaKit/Law/Tables/marketing-routes.yaml"
};
static const uint8_t tables_health_schemes_yaml[] = {
#embed "../RopaKit/Law/Tables/health-schemes.yaml"
};
static const uint8_t tables_confidentiality_routes_yaml[] = {
#embed "../RopaKit/Law/Tables/confidentiality-routes.yaml"
};
static const uint8_t tables_opt_out_reasons_yaml[] = {
#embed "../RopaKit/Law/Tables/opt-out-reasons.yaml"
};
static const uint8_t tables_health_record_periods_yaml[] = {
#embed "../RopaKit/Law/Tables/health-record-periods.yaml"
};
static const uint8_t tables_certificate_kinds_yaml[] = {
#embed "../RopaKit/Law/Tables/certificate-kinds.yaml"
};
static const uint8_t tables_certificate_editions_yaml[] = {
#embed "../RopaKit/Law/Tables/certificate-editions.yaml"
};
static const uint8_t tables_model_terms_yaml[] = {
#embed "../RopaKit/Law/Tables/model-terms.yaml"
};
static const uint8_t tables_outdated_words_yaml[] = {
#embed "../RopaKit/Law/Tables/outdated-words.yaml"
};
static const uint8_t messages_en_yaml[] = {
#embed "../RopaKit/Notices/Messages/en.yaml"
};
static const uint8_t messages_cy_yaml[] = {
#embed "../RopaKit/Notices/Messages/cy.yaml"
};
static const uint8_t messages_law_cy_yaml[] = {
#embed "../RopaKit/Law/Words/cy.yaml"
};
static const uint8_t manual_law_yaml[] = {
#embed "../RopaKit/Manual/Data/law.yaml"
};
static const uint8_t manual_rules_yaml[] = {
#embed "../RopaKit/Manual/Data/rules.yaml"
};
static const uint8_t manual_example_activities_yaml[] = {
#embed "../RopaKit/Manual/Data/example/activities.yaml"
};
static const uint8_t manual_example_assessments_yaml[] = {
#embed "../RopaKit/Manual/Data/example/assessments.yaml"
};
static const uint8_t manual_example_consents_yaml[] = {
#embed "../RopaKit/Manual/Data/example/consents.yaml"
};
static const uint8_t manual_example_controls_yaml[] = {
#embed "../RopaKit/Manual/Data/example/controls.yaml"
};
static const uint8_t manual_example_cookies_yaml[] = {
#embed "../RopaKit/Manual/Data/example/cookies.yaml"
};
static const uint8_t manual_example_data_categories_yaml[] = {
#embed "../RopaKit/Manual/Data/example/data-categories.yaml"
};
static const uint8_t manual_example_data_subjects_yaml[] = {
#embed "../RopaKit/Manual/Data/example/data-subjects.yaml"
};
static const uint8_t manual_example_lawful_bases_yaml[] = {
#embed "../RopaKit/Manual/Data/example/lawful-bases.yaml"
};
static const uint8_t manual_example_notices_yaml[] = {
#embed "../RopaKit/Manual/Data/example/notices.yaml"
};
static const uint8_t manual_example_organisations_yaml[] = {
#embed "../RopaKit/Manual/Data/example/organisations.yaml"
};
static const uint8_t manual_example_people_yaml[] = {
#embed "../RopaKit/Manual/Data/example/people.yaml"
};
static const uint8_t manual_example_processors_yaml[] = {
#embed "../RopaKit/Manual/Data/example/processors.yaml"
};
static const uint8_t manual_example_recipients_yaml[] = {
#embed "../RopaKit/Manual/Data/example/recipients.yaml"
};
static const uint8_t manual_example_registry_yaml[] = {
#embed "../RopaKit/Manual/Data/example/registry.yaml"
};
static const uint8_t manual_example_retention_yaml[] = {
#embed "../RopaKit/Manual/Data/example/retention.yaml"
};
static const uint8_t manual_example_sites_yaml[] = {
#embed "../RopaKit/Manual/Data/example/sites.yaml"
};
static const uint8_t manual_example_statements_yaml[] = {
#embed "../RopaKit/Manual/Data/example/statements.yaml"
};
static const uint8_t manual_example_systems_yaml[] = {
#embed "../RopaKit/Manual/Data/example/systems.yaml"
};
static const uint8_t manual_example_transfers_yaml[] = {
#embed "../RopaKit/Manual/Data/example/transfers.yaml"
};
static const uint8_t manual_example_waivers_yaml[] = {
#embed "../RopaKit/Manual/Data/example/waivers.yaml"
};

struct resource {
  const char *name;
  const uint8_t *bytes;
  size_t size;
};

#define RESOURCE(name, array) {name, array, sizeof array}

static const struct resource resources[] = {
    RESOURCE("theme/style.css", theme_style_css),
    RESOURCE("theme/icon.svg", theme_icon_svg),
    RESOURCE("tables/countries.yaml", tables_countries_yaml),
    RESOURCE("tables/areas.yaml", tables_areas_yaml),
    RESOURCE("tables/home.yaml", tables_home_yaml),
    RESOURCE("tables/adequacy.yaml", tables_adequacy_yaml),
    RESOURCE("tables/mechanisms.yaml", tables_mechanisms_yaml),
    RESOURCE("tables/lawful-bases.yaml", tables_lawful_bases_yaml),
    RESOURCE("tables/special-conditions.yaml", tables_special_conditions_yaml),
    RESOURCE("tables/notice-elements.yaml", tables_notice_elements_yaml),
    RESOURCE("tables/rights.yaml", tables_rights_yaml),
    RESOURCE("tables/regulators.yaml", tables_regulators_yaml),
    RESOURCE("tables/regimes.yaml", tables_regimes_yaml),
    RESOURCE("tables/citations.yaml", tables_citations_yaml),
    RESOURCE("tables/data-categories.yaml", tables_data_categories_yaml),
    RESOURCE("tables/data-subjects.yaml", tables_data_subjects_yaml),
    RESOURCE("tables/measures.yaml", tables_measures_yaml),
    RESOURCE("tables/milestones.yaml", tables_milestones_yaml),
    RESOURCE("tables/pending.yaml", tables_pending_yaml),
    RESOURCE("tables/figures.yaml", tables_figures_yaml),
    RESOURCE("tables/fees.yaml", tables_fees_yaml),
    RESOURCE("tables/record-fields.yaml", tables_record_fields_yaml),
    RESOURCE("tables/contract-terms.yaml", tables_contract_terms_yaml),
    RESOURCE("tables/screening-criteria.yaml", tables_screening_criteria_yaml),
    RESOURCE("tables/assessment-parts.yaml", tables_assessment_parts_yaml),
    RESOURCE("tables/recognised-interests.yaml", tables_recognised_interests_yaml),
    RESOURCE("tables/schedule-1.yaml", tables_schedule_1_yaml),
    RESOURCE("tables/offence-grounds.yaml", tables_offence_grounds_yaml),
    RESOURCE("tables/decision-grounds.yaml", tables_decision_grounds_yaml),
    RESOURCE("tables/decision-safeguards.yaml", tables_decision_safeguards_yaml),
    RESOURCE("tables/consent-ages.yaml", tables_consent_ages_yaml),
    RESOURCE("tables/notice-exemptions.yaml", tables_notice_exemptions_yaml),
    RESOURCE("tables/complaint-duties.yaml", tables_complaint_duties_yaml),
    RESOURCE("tables/right-limits.yaml", tables_right_limits_yaml),
    RESOURCE("tables/storage-routes.yaml", tables_storage_routes_yaml),
    RESOURCE("tables/storage-categories.yaml", tables_storage_categories_yaml),
    RESOURCE("tables/known-trackers.yaml", tables_known_trackers_yaml),
    RESOURCE("tables/marketing-routes.yaml", tables_marketing_routes_yaml),
    RESOURCE("tables/health-schemes.yaml", tables_health_schemes_yaml),
    RESOURCE("tables/confidentiality-routes.yaml", tables_confidentiality_routes_yaml),
    RESOURCE("tables/opt-out-reasons.yaml", tables_opt_out_reasons_yaml),
    RESOURCE("tables/health-record-periods.yaml", tables_health_record_periods_yaml),
    RESOURCE("tables/certificate-kinds.yaml", tables_certificate_kinds_yaml),
    RESOURCE("tables/certificate-editions.yaml", tables_certificate_editions_yaml),
    RESOURCE("tables/model-terms.yaml", tables_model_terms_yaml),
    RESOURCE("tables/outdated-words.yaml", tables_outdated_words_yaml),
    RESOURCE("messages/en.yaml", messages_en_yaml),
    RESOURCE("messages/cy.yaml", messages_cy_yaml),
    RESOURCE("messages/law/cy.yaml", messages_law_cy_yaml),
    RESOURCE("manual/law.yaml", manual_law_yaml),
    RESOURCE("manual/rules.yaml", manual_rules_yaml),
    RESOURCE("manual/example/activities.yaml", manual_example_activities_yaml),
    RESOURCE("manual/example/assessments.yaml", manual_example_assessments_yaml),
    RESOURCE("manual/example/consents.yaml", manual_example_consents_yaml),
    RESOURCE("manual/example/controls.yaml", manual_example_controls_yaml),
    RESOURCE("manual/example/cookies.yaml", manual_example_cookies_yaml),
    RESOURCE("manual/example/data-categories.yaml", manual_example_data_categories_yaml),
    RESOURCE("manual/example/data-subjects.yaml", manual_example_data_subjects_yaml),
    RESOURCE("manual/example/lawful-bases.yaml", manual_example_lawful_bases_yaml),
    RESOURCE("manual/example/notices.yaml", manual_example_notices_yaml),
    RESOURCE("manual/example/organisations.yaml", manual_example_organisations_yaml),
    RESOURCE("manual/example/people.yaml", manual_example_people_yaml),
    RESOURCE("manual/example/processors.yaml", manual_example_processors_yaml),
    RESOURCE("manual/example/recipients.yaml", manual_example_recipients_yaml),
    RESOURCE("manual/example/registry.yaml", manual_example_registry_yaml),
    RESOURCE("manual/example/retention.yaml", manual_example_retention_yaml),
    RESOURCE("manual/example/sites.yaml", manual_example_sites_yaml),
    RESOURCE("manual/example/statements.yaml", manual_example_statements_yaml),
    RESOURCE("manual/example/systems.yaml", manual_example_systems_yaml),
    RESOURCE("manual/example/transfers.yaml", manual_example_transfers_yaml),
    RESOURCE("manual/example/waivers.yaml", manual_example_waivers_yaml),
};

static const struct resource *resource_at(size_t index) {
  if (index >= ropa_resource_count()) {
    abort();
  }
  return &resources[index];
}

size_t ropa_resource_count(void) { return sizeof resources / sizeof resources[0]; }

const char *ropa_resource_name(size_t index) { return resource_at(index)->name; }

const uint8_t *ropa_resource_bytes(size_t index) { return resource_at(index)->bytes; }

size_t ropa_resource_size(size_t index) { return resource_at(index)->size; }
