// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

namespace guatu::store
{

/// Visits every column of a snapshot by name, table by table, for writing and reading alike.
///
/// `visit.table(name)` begins a table; `visit.column(name, column)` is a column of values,
/// `visit.rows(name, column, target)` one of row numbers in the table `target`, and
/// `visit.subjects(name, column, types)` one of row numbers in the table that the types say.
/// `visit.end(table)` ends it.
template <class Columns, class Visit>
void visitPlaces(Columns& s, Visit& visit)
{
    visit.table("datasets");
    visit.column("id", s.datasets.id);
    visit.column("name", s.datasets.name);
    visit.column("organisation", s.datasets.sourceOrganisation);
    visit.column("as_of", s.datasets.asOf);
    visit.end();

    visit.table("units");
    visit.column("id", s.units.id);
    visit.column("code", s.units.code);
    visit.column("level", s.units.level);
    visit.column("name", s.units.name);
    visit.rows("parent", s.units.parent, "units");
    visit.column("is_poor", s.units.isPoor);
    visit.column("is_deep_poor", s.units.isDeepPoor);
    visit.column("formal", s.units.formal);
    visit.column("area_grade", s.units.areaGrade);
    visit.column("seat", s.units.seat);
    visit.column("area", s.units.area);
    visit.column("households", s.units.households);
    visit.column("persons", s.units.persons);
    visit.column("agri_persons", s.units.agriPersons);
    visit.column("stat_as_of", s.units.statAsOf);
    visit.end();

    visit.table("sites");
    visit.column("id", s.sites.id);
    visit.column("code", s.sites.code);
    visit.column("name", s.sites.name);
    visit.column("kind", s.sites.kind);
    visit.rows("host_unit", s.sites.hostUnit, "units");
    visit.rows("county", s.sites.county, "units");
    visit.column("planned_households", s.sites.plannedHouseholds);
    visit.column("planned_persons", s.sites.plannedPersons);
    visit.column("moved_households", s.sites.movedHouseholds);
    visit.column("moved_persons", s.sites.movedPersons);
    visit.column("location", s.sites.location);
    visit.end();

    visit.table("facilities");
    visit.column("id", s.facilities.id);
    visit.column("code", s.facilities.code);
    visit.column("kind", s.facilities.kind);
    visit.column("name", s.facilities.name);
    visit.column("state", s.facilities.state);
    visit.rows("unit", s.facilities.unit, "units");
    visit.column("staff", s.facilities.staff);
    visit.column("capacity", s.facilities.capacity);
    visit.column("area", s.facilities.area);
    visit.column("upkeep_owner", s.facilities.upkeepOwner);
    visit.column("location", s.facilities.location);
    visit.column("grade", s.facilities.grade);
    visit.end();

    visit.table("roads");
    visit.column("id", s.roads.id);
    visit.column("code", s.roads.code);
    visit.column("name", s.roads.name);
    visit.column("class", s.roads.roadClass);
    visit.column("surface", s.roads.surface);
    visit.column("width", s.roads.width);
    visit.column("line", s.roads.line);
    visit.column("state", s.roads.state);
    visit.column("one_way", s.roads.oneWay);
    visit.column("no_turns", s.roads.noTurns);
    visit.end();
}

template <class Columns, class Visit>
void visitHouseholds(Columns& s, Visit& visit)
{
    auto& h = s.households;
    visit.table("households");
    visit.column("id", h.id);
    visit.column("code", h.code);
    visit.rows("origin_unit", h.originUnit, "units");
    visit.rows("current_unit", h.currentUnit, "units");
    visit.rows("group", h.group, "units");
    visit.rows("site", h.site, "sites");
    visit.column("formal", h.formal);
    visit.column("watch", h.watch);
    visit.column("watch_active", h.watchActive);
    visit.column("exit_year", h.exitYear);
    visit.column("persons", h.persons);
    visit.column("in_scope", h.inScope);
    visit.column("income", h.incomePerHead);
    visit.column("income_basis", h.incomeBasis);
    visit.column("livelihood", h.livelihood);
    visit.column("livelihood_ok", h.livelihoodOk);
    visit.column("food", h.food);
    visit.column("clothing", h.clothing);
    visit.column("house_grade", h.houseGrade);
    visit.column("house_occupied", h.houseOccupied);
    visit.column("water_quantity", h.waterQuantity);
    visit.column("water_quality", h.waterQuality);
    visit.column("water_access", h.waterAccess);
    visit.column("water_assurance", h.waterAssurance);
    visit.column("education", h.education);
    visit.column("medical", h.medical);
    visit.column("class4", h.class4);
    visit.column("class4_new", h.class4New);
    visit.column("dibao", h.dibao);
    visit.column("no_labour", h.noLabour);
    visit.column("cause", h.cause);
    visit.column("watch_from", h.watchFrom);
    visit.column("since", h.since);
    visit.rows("dataset", h.dataset, "datasets");
    visit.column("open_problems", h.openProblems);
    visit.column("location", h.location);
    visit.column("location_state", h.locationState);
    visit.column("location_source", h.locationSource);
    visit.end();
}

template <class Columns, class Visit>
void visitWork(Columns& s, Visit& visit)
{
    visit.table("projects");
    visit.column("id", s.projects.id);
    visit.column("code", s.projects.code);
    visit.column("name", s.projects.name);
    visit.column("topic", s.projects.topic);
    visit.column("source", s.projects.source);
    visit.column("upkeep_owner", s.projects.upkeepOwner);
    visit.rows("unit", s.projects.unit, "units");
    visit.rows("site", s.projects.site, "sites");
    visit.column("budget", s.projects.budgetWan);
    visit.column("paid", s.projects.paidWan);
    visit.column("progress", s.projects.progressPercent);
    visit.column("start", s.projects.start);
    visit.column("due", s.projects.due);
    visit.column("done_on", s.projects.doneOn);
    visit.column("publicised_on", s.projects.publicisedOn);
    visit.column("location", s.projects.location);
    visit.end();

    visit.table("problems");
    visit.column("id", s.problems.id);
    visit.column("code", s.problems.code);
    visit.column("source", s.problems.source);
    visit.column("topic", s.problems.topic);
    visit.column("text", s.problems.text);
    visit.column("state", s.problems.state);
    visit.column("lead", s.problems.leadOrganisation);
    visit.column("verifier", s.problems.verifierLevel);
    visit.column("type", s.problems.subjectType);
    visit.subjects("subject", s.problems.subject, s.problems.subjectType);
    visit.column("found_on", s.problems.foundOn);
    visit.column("due_on", s.problems.dueOn);
    visit.column("closed_on", s.problems.closedOn);
    visit.end();

    visit.table("plan_items");
    visit.rows("household", s.planItems.household, "households");
    visit.column("topic", s.planItems.topic);
    visit.column("state", s.planItems.state);
    visit.column("start", s.planItems.start);
    visit.column("due", s.planItems.due);
    visit.end();

    visit.table("visits");
    visit.column("type", s.visits.subjectType);
    visit.subjects("subject", s.visits.subject, s.visits.subjectType);
    visit.column("on", s.visits.on);
    visit.column("agrees", s.visits.agrees);
    visit.column("finding", s.visits.finding);
    visit.end();

    visit.table("criterion_values");
    visit.column("type", s.criterionValues.subjectType);
    visit.subjects("subject", s.criterionValues.subject, s.criterionValues.subjectType);
    visit.column("criterion", s.criterionValues.criterion);
    visit.column("result", s.criterionValues.result);
    visit.column("method", s.criterionValues.method);
    visit.column("number", s.criterionValues.number);
    visit.column("text", s.criterionValues.text);
    visit.column("exempt_reason", s.criterionValues.exemptReason);
    visit.column("as_of", s.criterionValues.asOf);
    visit.rows("dataset", s.criterionValues.dataset, "datasets");
    visit.end();
}

template <class Columns, class Visit>
void visitSupervision(Columns& s, Visit& visit)
{
    visit.table("listings");
    visit.column("id", s.listings.id);
    visit.column("issuer", s.listings.issuerLevel);
    visit.column("rule", s.listings.ruleId);
    visit.column("basis", s.listings.basis);
    visit.column("lead", s.listings.leadOrganisation);
    visit.column("type", s.listings.subjectType);
    visit.subjects("subject", s.listings.subject, s.listings.subjectType);
    visit.column("subject_name", s.listings.subjectName);
    visit.column("from", s.listings.from);
    visit.column("to", s.listings.to);
    visit.end();

    visit.table("responsibilities");
    visit.rows("unit", s.responsibilities.unit, "units");
    visit.column("role", s.responsibilities.role);
    visit.column("organisation", s.responsibilities.organisation);
    visit.end();

    visit.table("closure_signs");
    visit.column("id", s.closureSigns.id);
    visit.column("type", s.closureSigns.subjectType);
    visit.subjects("subject", s.closureSigns.subject, s.closureSigns.subjectType);
    visit.column("level", s.closureSigns.level);
    visit.column("role", s.closureSigns.role);
    visit.column("action", s.closureSigns.action);
    visit.column("on", s.closureSigns.on);
    visit.column("note", s.closureSigns.note);
    visit.end();

    visit.table("aspects");
    visit.rows("listing", s.listingAspects.listing, "listings");
    visit.column("month", s.listingAspects.month);
    visit.column("aspect", s.listingAspects.aspect);
    visit.column("result", s.listingAspects.result);
    visit.column("note", s.listingAspects.note);
    visit.end();

    visit.table("reviews");
    visit.column("type", s.reviews.subjectType);
    visit.subjects("subject", s.reviews.subject, s.reviews.subjectType);
    visit.column("month", s.reviews.month);
    visit.column("analysed_on", s.reviews.analysedOn);
    visit.column("judged_on", s.reviews.judgedOn);
    visit.column("dispatched_on", s.reviews.dispatchedOn);
    visit.end();

    visit.table("successions");
    visit.column("old_code", s.successions.oldCode);
    visit.column("new_code", s.successions.newCode);
    visit.column("old_name", s.successions.oldName);
    visit.column("kind", s.successions.kind);
    visit.column("on", s.successions.on);
    visit.column("share", s.successions.share);
    visit.end();
}

template <class Columns, class Visit>
void visitColumns(Columns& snapshot, Visit& visit)
{
    visitPlaces(snapshot, visit);
    visitHouseholds(snapshot, visit);
    visitWork(snapshot, visit);
    visitSupervision(snapshot, visit);
}

} // namespace guatu::store
