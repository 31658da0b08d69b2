#include "core/extract/quantity_words.hpp"

#include "core/text/word_table.hpp"

namespace standpoint::extract {
namespace {

struct TermRow {
    std::string_view words;
    Role role = Role::no_role;
    int first = 0, step = 0;  // the values of the words
    bool short_form = false, plural = false;
};

constexpr int of(Period period) {
    return static_cast<int>(period);
}
constexpr bool is_short = true;

constexpr TermRow term_rows[] = {
    {"a an", Role::one, 1},
    {"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
     "fifteen sixteen seventeen eighteen nineteen",
     Role::number, 0, 1},
    {"twenty thirty forty fifty sixty seventy eighty ninety", Role::tens, 20, 10},
    {"hundred thousand", Role::scale, 2, 1},
    {"lakh million crore", Role::scale, 5, 1},
    {"billion trillion", Role::scale, 9, 3},
    {"mn bn tn", Role::scale, 6, 3},
    {"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
     "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
     Role::ordinal, 1, 1},
    {"several few couple recent", Role::vague},
    {"half", Role::half},
    {"dozen", Role::dozen},
    {"january february march april may june july august september october november december",
     Role::month, 1, 1},
    {"jan feb mar apr", Role::month, 1, 1, is_short},
    {"jan. feb. mar. apr.", Role::month, 1, 1, is_short},
    {"jun jul aug sep oct nov dec", Role::month, 6, 1, is_short},
    {"jun. jul. aug. sep. oct. nov. dec.", Role::month, 6, 1, is_short},
    {"sept sept.", Role::month, 9, 0, is_short},
    {"monday tuesday wednesday thursday friday saturday sunday", Role::weekday, 1, 1},
    {"mon tue wed thu fri sat sun", Role::weekday, 1, 1, is_short},
    {"mon. tue. wed. thu. fri. sat. sun.", Role::weekday, 1, 1, is_short},
    {"tues tues.", Role::weekday, 2, 0, is_short},
    {"thurs thurs.", Role::weekday, 4, 0, is_short},
    {"yesterday today tomorrow", Role::day, -1, 1},
    {"tonight", Role::tonight},
    {"noon midday", Role::clock, 12},
    {"midnight", Role::clock, 0},
    {"morning afternoon evening night", Role::day_part},
    {"spring summer autumn winter", Role::season, 21, 1},
    {"fall", Role::season, 23},
    {"minute hour day weekend week month quarter year decade century", Role::period,
     of(Period::minute), 1},
    {"seconds minutes hours days weekends weeks months quarters years decades centuries",
     Role::period, of(Period::second), 1, false, true},
    {"mins hrs", Role::period, of(Period::minute), 1, false, true},
    {"min hr", Role::period, of(Period::minute), 1},
    {"twenties thirties forties fifties sixties seventies eighties nineties", Role::decade, 20, 10},
    {"q1 q2 q3 q4", Role::quarter, 1, 1},
    {"mid early late earlier later", Role::part, 0, 1},
    {"last past previous", Role::last},
    {"next coming", Role::next},
    {"this current", Role::current},
    {"in since by until till from before after during between around circa through of to",
     Role::cue},
    {"resolution resolutions flight route article section number no. nos. room highway interstate "
     "page model unit brigade boeing airbus channel",
     Role::numbered},
    {"usd eur gbp jpy cny rmb chf rub inr rs rs. aud cad uah sek nok dkk pln hkd sgd zar",
     Role::money_code},
};
constexpr text::WordTable<TermRow, text::word_table::count(term_rows)> terms(term_rows);

struct UnitRow {
    std::string_view words, symbol;
};
constexpr UnitRow unit_rows[] = {
    {"km kms kilometre kilometres kilometer kilometers", "km"},
    {"metre metres meter meters", "m"},
    {"cm centimetre centimetres centimeter centimeters", "cm"},
    {"mm millimetre millimetres millimeter millimeters", "mm"},
    {"mile miles mi", "mi"},
    {"foot feet ft", "ft"},
    {"inch inches", "in"},
    {"yard yards yd yds", "yd"},
    {"hectare hectares", "ha"},
    {"acre acres", "acre"},
    {"kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes", "kg"},
    {"gram grams gramme grammes", "g"},
    {"mg milligram milligrams", "mg"},
    {"tonne tonnes", "t"},
    {"ton tons", "ton"},
    {"pound pounds lb lbs", "lb"},
    {"ounce ounces oz", "oz"},
    {"carat carats", "carat"},
    {"litre litres liter liters", "L"},
    {"ml millilitre millilitres milliliter milliliters", "mL"},
    {"gallon gallons", "gal"},
    {"barrel barrels bbl", "bbl"},
    {"bushel bushels", "bu"},
    {"kph kmh", "km/h"},
    {"mph", "mi/h"},
    {"knot knots", "kn"},
    {"watt watts", "W"},
    {"kw kilowatt kilowatts", "kW"},
    {"megawatt megawatts", "MW"},
    {"gw gigawatt gigawatts", "GW"},
    {"kwh kilowatt-hour kilowatt-hours", "kWh"},
    {"mwh megawatt-hour megawatt-hours", "MWh"},
    {"gwh", "GWh"},
    {"twh", "TWh"},
    {"volt volts", "V"},
    {"kv", "kV"},
    {"kiloton kilotons kilotonne kilotonnes", "kt"},
    {"megaton megatons megatonne megatonnes", "Mt"},
    {"hz hertz", "Hz"},
    {"khz", "kHz"},
    {"mhz megahertz", "MHz"},
    {"ghz gigahertz", "GHz"},
    {"megabyte megabytes", "MB"},
    {"gb gigabyte gigabytes", "GB"},
    {"tb terabyte terabytes", "TB"},
    {"light-year light-years", "ly"},
    {"degree degrees", "deg"},
    {"calories", "cal"},
    {"decibels", "dB"},
};
constexpr text::WordTable<UnitRow, text::word_table::count(unit_rows)> units(unit_rows);

struct CurrencyRow {
    std::string_view words, code;
    int power = 0;
    bool doubtful = false;
};
constexpr CurrencyRow currency_rows[] = {
    {"dollar dollars buck bucks usd", "USD"},
    {"cent cents", "USD", -2},
    {"euro euros eur", "EUR"},
    {"sterling gbp", "GBP"},
    {"pound pounds", "GBP", 0, true},
    {"pence", "GBP", -2},
    {"yen jpy", "JPY"},
    {"yuan renminbi cny rmb", "CNY"},
    {"ruble rubles rouble roubles rub", "RUB"},
    {"rupee rupees rs rs. inr", "INR"},
    {"rupiah", "IDR"},
    {"won", "KRW", 0, true},
    {"peso pesos franc francs krone kroner dinar dinars shilling shillings", ""},
    {"krona kronor sek", "SEK"},
    {"koruna", "CZK"},
    {"zloty zlotys pln", "PLN"},
    {"lira liras", "TRY"},
    {"shekel shekels", "ILS"},
    {"dirham dirhams", "AED"},
    {"riyal riyals", "SAR"},
    {"rial rials", "IRR"},
    {"hryvnia hryvnias uah", "UAH"},
    {"rand zar", "ZAR"},
    {"reais", "BRL"},
    {"baht", "THB"},
    {"ringgit", "MYR"},
    {"dong", "VND", 0, true},
    {"taka", "BDT"},
    {"naira", "NGN"},
    {"forint forints", "HUF"},
    {"lei", "RON", 0, true},
    {"leva", "BGN"},
    {"chf", "CHF"},
    {"aud", "AUD"},
    {"cad", "CAD"},
    {"nok", "NOK"},
    {"dkk", "DKK"},
    {"hkd", "HKD"},
    {"sgd", "SGD"},
};
constexpr text::WordTable<CurrencyRow, text::word_table::count(currency_rows)> currencies(
    currency_rows);

constexpr CurrencyRow sign_rows[] = {
    {"$ us$", "USD"}, {"a$ au$", "AUD"}, {"c$ ca$", "CAD"}, {"nz$", "NZD"}, {"hk$", "HKD"},
    {"s$", "SGD"},    {"nt$", "TWD"},    {"r$", "BRL"},     {"€", "EUR"},   {"£", "GBP"},
    {"¥", "JPY"},     {"cn¥", "CNY"},    {"₹", "INR"},      {"₽", "RUB"}, {"₩", "KRW"},
    {"₪", "ILS"},     {"₴", "UAH"},      {"₺", "TRY"},      {"₦", "NGN"},   {"₫", "VND"},
    {"฿", "THB"},     {"₱", "PHP"},      {"₸", "KZT"},      {"₾", "GEL"}, {"¢", "USD", -2},
};
constexpr text::WordTable<CurrencyRow, text::word_table::count(sign_rows)> signs(sign_rows);

// "adjective code" for the coin.
struct NationalRow {
    std::string_view coin, codes;
};
constexpr NationalRow national_rows[] = {
    {"dollar",
     " us USD u.s. USD american USD australian AUD canadian CAD kong HKD singapore SGD zealand NZD "
     "taiwan TWD jamaican JMD "},
    {"pound", " british GBP egyptian EGP syrian SYP lebanese LBP sudanese SDG "},
    {"lira", " turkish TRY lebanese LBP "},
    {"rupee", " pakistani PKR indian INR lankan LKR nepali NPR nepalese NPR "},
    {"peso",
     " mexican MXN argentine ARS philippine PHP chilean CLP colombian COP cuban CUP uruguayan "
     "UYU "},
    {"franc", " swiss CHF rwandan RWF congolese CDF "},
    {"krone", " danish DKK norwegian NOK "},
    {"kroner", " danish DKK norwegian NOK "},
    {"dinar",
     " iraqi IQD kuwaiti KWD jordanian JOD algerian DZD serbian RSD libyan LYD tunisian TND "},
    {"dirham", " moroccan MAD "},
    {"riyal", " qatari QAR saudi SAR "},
    {"rial", " yemeni YER omani OMR iranian IRR "},
    {"shilling", " kenyan KES ugandan UGX tanzanian TZS somali SOS "},
    {"ruble", " belarusian BYN russian RUB "},
    {"rouble", " belarusian BYN russian RUB "},
    {"won", " korean KRW "},
    {"yuan", " chinese CNY "},
    {"yen", " japanese JPY "},
    {"shekel", " israeli ILS "},
};

struct ZoneRow {
    std::string_view words;
    bool fixed = false;
    int offset = 0;
};
constexpr ZoneRow zone_rows[] = {
    {"gmt utc", true, 0},    {"est cdt", true, -300}, {"edt", true, -240},
    {"mst pdt", true, -420}, {"mdt", true, -360},     {"pst", true, -480},
    {"cet", true, 60},       {"cest eet", true, 120}, {"eest msk", true, 180},
    {"hkt", true, 480},      {"jst kst", true, 540},  {"bst ist cst et ct pt"},
};
constexpr text::WordTable<ZoneRow, text::word_table::count(zone_rows)> zones(zone_rows);

}  // namespace

bool same_word(std::string_view word, std::string_view small) {
    return text::word_table::same(word, small);
}

Term term_of(std::string_view word) {
    const auto found = terms.find(word, '-');
    if (!found) return {};
    const std::size_t hyphen = word.find('-');
    return {found.row->role, found.row->first + found.place * found.row->step,
            found.row->short_form, found.row->plural,
            hyphen == std::string_view::npos ? std::string_view{} : word.substr(hyphen + 1)};
}

std::string_view unit_of(std::string_view word) {
    for (const std::string_view symbol : {"MW", "MB", "TW", "GW", "kW"}) {
        if (word == symbol) return symbol;
    }
    const auto found = units.find(word);
    return found ? found.row->symbol : std::string_view{};
}

Currency currency_of(std::string_view word) {
    const auto found = currencies.find(word);
    if (!found) return {};
    return {true, found.row->code, found.row->power, found.row->doubtful};
}

Currency currency_of_sign(std::string_view sign) {
    const auto found = signs.find(sign);
    if (!found) return {};
    return {true, found.row->code, found.row->power, false};
}

std::string_view national_currency(std::string_view adjective, std::string_view word) {
    for (const NationalRow& row : national_rows) {
        const std::string_view ending =
            word.substr(word.size() < row.coin.size() ? 0 : row.coin.size());
        if (!same_word(word.substr(0, row.coin.size()), row.coin)) continue;
        if (!ending.empty() && ending != "s") continue;
        for (std::size_t at = 1; at < row.codes.size();) {
            const std::size_t end = row.codes.find(' ', at);
            if (same_word(adjective, row.codes.substr(at, end - at)))
                return row.codes.substr(end + 1, 3);
            at = end + 5;  // past the code, too
        }
    }
    return {};
}

Zone zone_of(std::string_view word) {
    if (word.empty() || word.front() < 'A' || word.front() > 'Z') return {};
    const auto found = zones.find(word);
    if (!found) return {};
    return {true, found.row->fixed, found.row->offset};
}

}  // namespace standpoint::extract
