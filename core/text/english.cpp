#include "core/text/english.hpp"

#include <string>

#include "core/text/chars.hpp"
#include "core/text/utf8.hpp"
#include "core/text/word_table.hpp"

namespace standpoint::text::english {
namespace {

struct AbbreviationRow {
    Abbreviation kind;
    std::string_view words;
};
constexpr AbbreviationRow abbreviation_rows[] = {
    {Abbreviation::before_name,
     "adm ald amb asst atty brig capt cmdr col cong cpl det dr fr gen gov govs hon insp lt maj "
     "messrs mr mrs ms msgr pfc pres prof profs pte pvt rep reps rev sec sen sens sgt spc supt "
     "treas"},
    {Abbreviation::before_number, "dist est fig figs no nos p pp rs vol vols"},
    {Abbreviation::date,
     "apr aug dec feb fri jan jul jun mar mon nov oct sat sep sept sun thu thur thurs tue tues "
     "wed"},
    {Abbreviation::after_name,
     "ala ariz assn ave blvd bros calif co colo conn corp dept esq fla ft inc jr ky ltd mich "
     "minn mt neb nev okla ret sr st ste tenn univ wis wyo"},
    {Abbreviation::after_comma,
     "ark del ga ill ind kan la mass md miss mo mont ore pa tex va vt wash"},
    {Abbreviation::within, "approx ca cf incl v viz vs"},
    {Abbreviation::closing, "a.m etc p.m ph.d"},
};
constexpr WordTable<AbbreviationRow, word_table::count(abbreviation_rows)> abbreviations(
    abbreviation_rows);

// A list is one string, with a space around every word. Short, so a scan is quick enough; and the
// words looked up are few: those before an apostrophe, a hyphen, or after a sentence's end.
using List = std::string_view;

constexpr List openers =
    " a about according additionally after again all also although among an analysts and another "
    "any are as asked at authorities because before both but by can critics despite did do does "
    "during each earlier even every experts few finally following for from he her here his how "
    "however i if in indeed instead investigators is it its just last later like many meanwhile "
    "more moreover most my neither nevertheless no nobody nor not now observers of officials on "
    "once only opponents or other others our over perhaps police protesters recently "
    "relatives reports rescuers residents separately several she should since so some still such "
    "supporters that the their then there these they this those though through thus to today "
    "unlike until was we were what when where whether which while who why will with without "
    "witnesses would yes yet you your ";
constexpr List lettered =
    " act appendix category chapter class exhibit grade group hepatitis level part phase plan pool "
    "schedule section title type vitamin war ";
constexpr List after_times =
    " april aug august bst cdt cest cet dec december east eastern edt est et feb february fri "
    "friday gmt hkt ist jan january jst july june local march may mdt mon monday moscow mst nov "
    "november oct october pacific pdt pst pt sat saturday sept september sun sunday thursday "
    "tuesday utc wed wednesday ";
constexpr List cue_verbs =
    " added adds announced answered argued asked asks called continued cried declared demanded "
    "exclaimed explained inquired insisted joked noted questioned quipped recalled remarked "
    "replied responded said says shouted sneered tells told tweeted warned wondered wonders writes "
    "wrote yelled ";
constexpr List clitics = " d ll m re s ve ";
constexpr List elisions = " bout cause em n neath round til till tis twas twere ";
constexpr List units =
    " AM GB GHz GW GWh Hz K KB M MB MHz MW MWh PM TB TW TWh am bbl bn bps cc cl cm feet ft g h ha "
    "hr hrs in k kB kHz kW kWh kV kg km kmh kn kph kt l lb lbs m mA mb mg mi min ml mm mn mph ms "
    "nm oz pm pp ppm pt sec sq tn x yd yds µg µm ";
constexpr List top_domains =
    " au biz br ca ch cn co com cz de edu es eu fr gov gr ie il in info int io ir it jp mil net nl "
    "no nz org pl ru se tr tv ua uk us za ";
constexpr List common_suffixes =
    " aged age aligned area born bound built critic era free friendly grown held language leaning "
    "led level like made majority most only owned run speaking style type wide wing ";
constexpr List short_prefixes = " all ex mid neo non pan pre pro sub un ";
constexpr List places =
    " afghanistan africa america baghdad britain canada china colombia egypt eu europe france "
    "gaza germany india iran iraq israel japan kosovo lebanon mexico moscow nato pakistan "
    "palestine "
    "russia saudi serbia sudan syria taiwan turkey uk ukraine un us venezuela vietnam ";

bool contains(List list, std::string_view word) {
    constexpr std::size_t longest = 16;  // in bytes; no listed word is longer
    if (word.empty() || word.size() > longest) return false;
    std::string spaced = " ";
    spaced += word;
    spaced += ' ';
    return list.find(spaced) != List::npos;
}

bool ends_with(std::string_view word, std::string_view end) {
    return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

// Russian, Chinese, Israeli: by their endings, in words too long for most given names.
bool names_people(std::string_view word) {
    return word.size() >= 6 && (ends_with(word, "ian") || ends_with(word, "ese") ||
                                ends_with(word, "ish") || ends_with(word, "eli"));
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    const auto found = abbreviations.find(word);
    if (!found) return Abbreviation::none;
    switch (found.row->kind) {
        case Abbreviation::closing:
        case Abbreviation::before_number: return found.row->kind;
        case Abbreviation::within:
            return lower(word) == word ? found.row->kind : Abbreviation::none;
        default:  // gen. and sun. are no abbreviations
            return starts_upper(word) ? found.row->kind : Abbreviation::none;
    }
}

bool opens_sentences(std::string_view word) {
    return contains(openers, lower(word));
}
bool takes_letter(std::string_view word) {
    return contains(lettered, lower(word));
}
bool follows_time(std::string_view word) {
    return contains(after_times, lower(word));
}
bool is_cue_verb(std::string_view word) {
    return contains(cue_verbs, lower(word));
}
bool is_clitic(std::string_view word) {
    return contains(clitics, lower(word));
}
bool is_elision(std::string_view word) {
    return contains(elisions, lower(word));
}
bool is_unit(std::string_view word) {
    return contains(units, word);
}
bool is_top_domain(std::string_view word) {
    return contains(top_domains, lower(word));
}

bool hyphen_parts_name(std::string_view left, std::string_view right) {
    const bool left_name = starts_upper(left), right_name = starts_upper(right);
    const std::string first = lower(left), second = lower(right);
    if (left_name && ends_with(left, ".")) return true;  // U.S.-led
    if (contains(short_prefixes, first) && !all_upper(left)) return right_name;
    if (left_name && right_name) {
        return contains(places, first) || contains(places, second) || names_people(left) ||
               names_people(right) || all_upper(left) != all_upper(right);
    }
    if (left_name) {
        return contains(common_suffixes, second) || ends_with(right, "ed") ||
               ends_with(right, "ing") || ends_with(right, "ern") || ends_with(right, "ly");
    }
    constexpr std::size_t longest_particle = 3;  // al-Qaida, Port-au-Prince, Mazar-e-Sharif
    return right_name && left.size() > longest_particle && !is_digit(decode(left, 0).value);
}

}  // namespace standpoint::text::english
