// SPDX-License-Identifier: MIT
#include "campaign/query/relations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guatu::campaign::query
{
namespace
{

using enum Entity;

constexpr std::array<std::pair<Entity, Entity>, 33> related{
    {{Household, Person}, {Household, Problem}, {Household, Plan},   {Household, Visit},
     {Household, Site},   {Person, Household},  {Unit, Household},   {Unit, Person},
     {Unit, Unit},        {Unit, Site},         {Unit, Facility},    {Unit, Project},
     {Unit, Problem},     {Unit, Listing},      {Unit, Plan},        {Unit, Visit},
     {Site, Household},   {Site, Person},       {Site, Problem},     {Site, Project},
     {Site, Listing},     {Site, Visit},        {Facility, Problem}, {Facility, Visit},
     {Project, Problem},  {Project, Visit},     {Project, Site},     {Problem, Household},
     {Problem, Site},     {Problem, Facility},  {Problem, Project},  {Plan, Household},
     {Visit, Household}}};

} // namespace

bool areRelated(Entity entity, Entity other)
{
    return std::ranges::find(related, std::pair{entity, other}) != related.end();
}

bool hasPlace(Entity entity)
{
    return entity != Listing && entity != Plan && entity != Visit;
}

bool liesAhead(std::string_view field)
{
    return field == "due";
}

} // namespace guatu::campaign::query
