// The words' tables. English: USPS Publication 28, appendices B, C1 and C2,
// with what Britain and the Commonwealth add. The others: the postal services'
// usual abbreviations of each country (Poste Italiane, Deutsche Post, La Poste,
// Correos, CTT and Correios).
//
// A group is a kind (T type of street, U unit, D direction, N number sign) and
// the spellings of one word, the plain one first; groups end with ';'. What one
// spelling could mean twice is one group: "st" is Street and Saint.
#include "address/address_words.h"

#include <array>
#include <cstddef>
#include <memory>

namespace parcelwise {
namespace {

constexpr std::string_view kEnglish =
    "Tst street strt str saint sts;Tave avenue av aven avenu avn avnue;"
    "Trd road roads rds;Tdr drive driv drv drives drs;Tln lane lanes;"
    "Tblvd boulevard boul boulv bvd;Tct court courts crt cts;"
    "Tpl place;Tsq square sqr sqre squ;Tter terrace terr;"
    "Tcir circle circ circl crcl crcle;Tpkwy parkway parkwy pky pkway;"
    "Thwy highway highwy hiway hiwy hway;Ttrl trail trails trls;"
    "Talley aly allee ally;Tcres crescent crsent crsnt;Tcv cove;"
    "Texpy expressway expr express expw;Tfwy freeway freewy frway;"
    "Tgdns gardens gdn garden grdn;Tgrv grove grov;Thts heights ht;"
    "Tis island;Tjct junction jction junctn;Tlndg landing;Tloop loops;"
    "Tmnr manor;Tmdws meadows mdw meadow;Tmt mount mnt;Tmtn mountain mntn;"
    "Tpark prk;Tpass;Tpike pikes;Tplz plaza plza;Tpt point;Tpromenade prom;"
    "Trdg ridge rdge;Trte route rt;Trow;Trun;Tspg spring springs spgs;"
    "Tsta station statn stn;Ttpke turnpike trnpk turnpk;Tvly valley vally;"
    "Tvw view;Tvlg village vill villag;Twalk walks wlk;Tway wy;Txing crossing "
    "crssng;"
    "Tclose cl;Tmews;Tquay qy;Tesplanade esp;Tcnr corner cor;Tbnd bend;"
    "Tbr branch;Tbrg bridge brdge;Tbrk brook;Tck creek crk;Tests estates est "
    "estate;"
    "Tfld field fields flds;Tfrst forest;Tgln glen;Tgrn green;Thbr harbor "
    "harbour;"
    "Thl hill hls hills;Tholw hollow;Tlk lake lks lakes;Torch orchard;Tshr "
    "shore;"
    "U# apt apartment unit flat;Uste suite;Ubldg building bld;Ufl floor "
    "flr;Urm room;"
    "Udept department;Ulot;Uspc space;Utrlr trailer;Ubsmt basement;Uhngr "
    "hangar;"
    "Upier;Uslip;Ustop;Uph penthouse;Utwr tower;Ublk block;Uwing;Ulvl "
    "level;Ushop;"
    "Dn north;Ds south;De east;Dw west;Dne northeast;Dnw northwest;Dse "
    "southeast;"
    "Dsw southwest;N# no number num nr;";

constexpr std::string_view kItalian =
    "Tvia v;Tviale vle;Tpiazza pza pzza pzz;Tpiazzale ple ple pzle pzale;"
    "Tpiazzetta ptta;Tcorso cso;Tstrada str stra sda;Tlargo lgo;Tvicolo vlo "
    "vic vco;"
    "Tborgo bgo;Tcontrada cda contr ctr;Tlungomare lmare;Tlungarno "
    "larno;Tgalleria gall;"
    "Tfrazione fraz fr frz;Tlocalita loc;Ttraversa trav;Tsalita sal;Trotonda "
    "rot;"
    "Tcalle;Tcampo;Tfondamenta fond fta;Tprovinciale sp;Tstatale ss;Tregione "
    "reg;"
    "Wsan s santa santo sant;Wfratelli flli;Wdottor dott dr;Wmonsignor mons;"
    "Wgenerale gen;Wprofessor prof;"
    "Uscala sc;Uinterno int;Upiano;Upalazzina pal palazzo palaz;Uedificio edif;"
    "Ulotto;Ublocco;Usnc;Ucorte;Uappartamento app appto;N n no nr num numero "
    "civ civico;";

constexpr std::string_view kGerman =
    "Tstr strasse stras;Tplatz pl;Tallee;Tgasse;Tweg;Tring;"
    "Wsankt st;Wdoktor dr;Wprofessor prof;"
    "Uhaus hs;Ustock stk og etage;Uwohnung whg wohn;Utop;Ustiege stg;Ublock bl;"
    "Uhinterhaus hh;Uvorderhaus vh;N nr no nummer num;";

constexpr std::string_view kFrench =
    "True r;Tav avenue ave aven;Tbd boulevard bld boul blvd;Tpl place;Tall "
    "allee allees;"
    "Timp impasse;Tch chemin che chem;Trte route;Tsq square;Tqu quai q;Tcrs "
    "cours;"
    "Tpass passage psg pas;Tfg faubourg fbg;Tres residence;Tlot "
    "lotissement;Thameau ham;"
    "Tsentier sent;Tvilla;Tzone za zi;"
    "Wst saint;Wste sainte;Wgal general;Wmal marechal;Wdr docteur;Wb bis;Wt "
    "ter;"
    "Ubat batiment bt;Uapt appartement appt app;Uesc escalier;Uetg etage;Upte "
    "porte;"
    "Ucedex;N n no num numero;";

constexpr std::string_view kSpanish =
    "Tcalle c cl;Tav avenida avda avd;Tpz plaza pza plza;Tpo paseo pseo;Tctra "
    "carretera crta;"
    "Tcm camino cno;Trda ronda;Ttv travesia trva;Tglta glorieta;Turb "
    "urbanizacion;"
    "Tpje pasaje;Tcol colonia;Tpol poligono;"
    "Wsta santa;Wsan s sto santo;Wdr doctor;Wgral general;"
    "Upiso p pl planta;Upta puerta;Uesc escalera;Uedif edificio ed;Ublq bloque "
    "bl;"
    "Udcha derecha dch;Uizda izquierda izq;Uapt apartamento apto depto;Ubajo "
    "bj;Uint interior;"
    "N n no num numero;";

constexpr std::string_view kPortuguese =
    "Tr rua;Tav avenida;Tpc praca pca;Ttv travessa trav;Tal alameda;Test "
    "estrada estr;"
    "Tlg largo;Trod rodovia;Tbc beco;Tqta quinta;Tlot loteamento;"
    "Wsao s sto santo sta santa;Wdr doutor;Wprof professor;Wgen general;"
    "Uapt apartamento apto ap;Ubl bloco;Uandar and;Uesq esquerdo esquerda;Udto "
    "direito dta;"
    "Ucj conjunto conj;Ucasa cs;Usala sl;Uqd quadra q;Ult lote;Ued edificio "
    "edif;"
    "N n no num numero;";

constexpr AddressWords kLanguages[] = {
    {"", false, true, false, false, false},
    {kEnglish, true, false, false, false, true},
    {kItalian, false, true, false, false, false},
    {kGerman, false, false, true, true, false},
    {kFrench, true, true, false, false, false},
    {kSpanish, false, true, false, false, false},
    {kPortuguese, false, true, false, false, false},
};

// Two letters a country, in the order of kLanguages.
constexpr std::string_view kCountries[] = {
    "",
    "US CA GB IE AU NZ IN SG HK ZA PR GU VI",
    "IT SM VA",
    "DE AT CH LI",
    "FR BE LU MC RE GP MQ",
    "ES MX AR CL CO PE UY",
    "PT BR",
};
static_assert(std::size(kCountries) == std::size(kLanguages));

constexpr WordKind kind_of(char letter) {
  switch (letter) {
    case 'T':
      return WordKind::kStreet;
    case 'U':
      return WordKind::kUnit;
    case 'D':
      return WordKind::kDirection;
    case 'N':
      return WordKind::kNumberSign;
    default:
      return WordKind::kWord;
  }
}

constexpr std::size_t kLongestWord = 14;

// Where a language's groups hold each word. Built when the first address of the
// language comes: most reports have one.
class WordIndex {
 public:
  explicit WordIndex(std::string_view groups) : groups_(groups) {
    for (std::size_t at = 0; at < groups.size();) {
      if (is_capital(groups[at])) ++at;
      const std::size_t end = groups.find_first_of(" ;", at);
      std::size_t slot = slot_of(groups.substr(at, end - at));
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint16_t>(at);
      at = end + 1;
    }
  }

  // 0 for a word that is none of theirs; a kind's capital stands at 0.
  std::size_t find(std::string_view word) const {
    for (std::size_t slot = slot_of(word); slots_[slot] != 0;
         slot = (slot + 1) % kSlots) {
      const std::size_t at = slots_[slot];
      const std::size_t behind = at + word.size();
      if (behind < groups_.size() && groups_.substr(at, word.size()) == word &&
          (groups_[behind] == ' ' || groups_[behind] == ';')) {
        return at;
      }
    }
    return 0;
  }

 private:
  // More than twice the words of any language.
  static constexpr std::size_t kSlots = 1024;

  static constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
  static std::size_t slot_of(std::string_view word) {
    std::uint32_t hash = static_cast<std::uint32_t>(word.size());
    for (const char c : word) hash = hash * 31 + static_cast<unsigned char>(c);
    return hash % kSlots;
  }

  std::string_view groups_;
  std::array<std::uint16_t, kSlots> slots_{};
};

const WordIndex& index_of(const AddressWords& words) {
  static std::unique_ptr<WordIndex> indices[std::size(kLanguages)];
  std::unique_ptr<WordIndex>& index = indices[&words - kLanguages];
  if (!index) index = std::make_unique<WordIndex>(words.groups);
  return *index;
}

}  // namespace

const AddressWords& address_words(std::string_view country) {
  if (country.size() == 2) {
    for (std::size_t i = 1; i < std::size(kCountries); ++i) {
      const std::size_t at = kCountries[i].find(country);
      if (at != kCountries[i].npos && at % 3 == 0) return kLanguages[i];
    }
  }
  return kLanguages[0];
}

AddressWord find_address_word(const AddressWords& words,
                              std::string_view word) {
  if (word.empty() || word.size() > kLongestWord)
    return {WordKind::kWord, word, word};
  const std::size_t at = index_of(words).find(word);
  if (at == 0) return {WordKind::kWord, word, word};
  const std::size_t semicolon = words.groups.rfind(';', at);
  const std::size_t group = semicolon == words.groups.npos ? 0 : semicolon + 1;
  const std::string_view from_plain = words.groups.substr(group + 1);
  return {kind_of(words.groups[group]),
          from_plain.substr(0, from_plain.find_first_of(" ;")), word};
}

}  // namespace parcelwise
