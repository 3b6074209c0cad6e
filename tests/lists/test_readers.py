"""The forms of publishers. The parties are invented; the shapes are the publishers'.

OFAC's columns are those of its data specification (updated 2023-09-25), the columns of
the UK Sanctions List and of ConList.csv those of the files' own headers. The XML files
in ``data`` are invented too.
"""

from datetime import date
from pathlib import Path

import pytest
from tests.lists.listwords import load, row

from antinomy.values import InputError

DATA = Path(__file__).parent / "data"
SDN = (
    '101,"EXAMPLE TRADING CO., LTD.",-0- ,"CUBA] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "-0- ,\"Registration ID 77 (China); a.k.a. 'EXCO'; Website www.example.org.\"\r\n"
    '102,"SAMPLE, Ivan","individual","RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "-0- ,\"DOB 01 Jan 1970; Passport 1234 (Russia); a.k.a. 'O'SAMPLE, Ike'.\"\r\n"
    '103,"EXAMPLE STAR","vessel","IRAN",-0- ,"ABC1","Tanker","100","90","Panama",'
    '"Example Lines","IMO 1234567."\r\n\x1a'
)
ALT = '101,9,"aka","BEISPIEL HANDEL",-0- \r\n101,10,"fka","OLD EXAMPLE",-0- \r\n\x1a'
ADD = '101,5,"1 Long Road","Harbin","China",-0- \r\n101,6,-0- ,-0- ,"Cuba",-0- \r\n\x1a'


def test_ofac_csv_is_read_with_the_files_beside() -> None:
    """Strong names are in alt.csv, weak ones in the remarks, places in add.csv."""
    firm, man, ship = load(SDN, "ofac", "SDN", {"alt.csv": ALT, "add.csv": ADD}).rows

    assert ("BEISPIEL HANDEL", "OLD EXAMPLE", "EXCO") == firm.aliases
    assert (("EXCO",), ("CN", "CU"), "entity") == (firm.weak, firm.places, firm.kind)
    assert (("CUBA", "SDGT"), "101", 1) == (firm.programmes, firm.id, firm.line)
    assert ("1 Long Road, Harbin, China", "Cuba") == firm.sites
    assert ("Registration ID 77 (China)",) == firm.identifiers
    assert ("individual", ("O'SAMPLE, Ike",)) == (man.kind, man.weak)
    assert ("vessel", ("PA",), ("IMO 1234567",)) == (
        ship.kind,
        ship.places,
        ship.identifiers,
    )


def test_ofac_csv_alone_tells_what_it_lacks() -> None:
    """Without the files beside, names and places are missing: that is said."""
    loaded = load(SDN, "ofac", "SDN")

    assert 3 == len(loaded.rows)
    assert "alt.csv does not lie beside the file: strong names are not held" in (
        loaded.remarks
    )


ADVANCED = (DATA / "ofac-advanced.xml").read_text("utf-8")


def test_ofac_advanced_xml_is_read() -> None:
    """Names by script and quality; one row for each list that a party stands on."""
    firm, other, man = load(ADVANCED, "ofac", "SDN").rows

    assert ("EXAMPLE CO., LTD.", ("示例有限公司", "EXCO")) == (firm.name, firm.aliases)
    assert (("示例有限公司",), ("EXCO",)) == (firm.originals, firm.weak)
    assert ("SDN", date(2024, 5, 1), ("CUBA",)) == (
        firm.list,
        firm.begins,
        firm.programmes,
    )
    assert ("CMIC", date(2021, 6, 3)) == (other.list, other.begins)
    assert (("CN", "HK"), ("Tax ID No. 777",)) == (firm.places, firm.identifiers)
    assert ("SAMPLE, Ivan", "individual", "entity") == (man.name, man.kind, firm.kind)


def test_an_entry_without_its_party_is_a_file_cut_short() -> None:
    """What points to nothing is not passed by."""
    text = ADVANCED.replace('<Profile ID="37"', '<Profile ID="38"')

    with pytest.raises(InputError, match="a party that the file does not name"):
        load(text, "ofac", "SDN")


UN = (DATA / "united-nations.xml").read_text("utf-8")


def test_the_united_nations_list_is_read() -> None:
    """Up to four names make one; a low quality alias is weak; the script is kept."""
    man, firm = load(UN, "un", "UN").rows

    assert ("IVAN PETER SAMPLE", ("I. Sample", "Ike", "이반")) == (
        man.name,
        man.aliases,
    )
    assert (("Ike",), ("이반",), ("KP",)) == (man.weak, man.originals, man.places)
    assert ("KPi.999", date(2015, 4, 7), "individual") == (man.id, man.begins, man.kind)
    assert ("entity", ("CN",), ("1 Long Road, Dalian, China",)) == (
        firm.kind,
        firm.places,
        firm.sites,
    )
    assert (("Passport 42",), 2) == (man.identifiers, man.line)


EU = (DATA / "european.xml").read_text("utf-8")
EU_CSV = (
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;"
    "Entity_DesignationDate;Entity_SubjectType;Entity_SubjectType_ClassificationCode;"
    "Entity_Regulation_NumberTitle;Entity_Regulation_Programme;NameAlias_WholeName;"
    "NameAlias_Strong;NameAlias_Remark;Address_CountryIso2Code;Identification_Number\n"
    "05/08/2026;13;EU.999.1;28/02/2022;E;enterprise;2022/999 (OJ L1);RUS;"
    '"Example; Joint";true;;RU;102\n'
    "05/08/2026;13;EU.999.1;28/02/2022;E;enterprise;2022/999 (OJ L1);RUS;EXCO;false;"
    ";;\n"
    "05/08/2026;14;EU.999.2;;P;person;2022/999 (OJ L1);RUS;Ivan SAMPLE;true;;;\n"
)


def test_the_european_xml_is_read() -> None:
    """The first strong name is the name; weak ones are marked, by flag or remark."""
    firm = row(EU, "eu", "EU")

    assert "Example Joint Stock Company" == firm.name
    assert ("EXCO", "Пример", "Ex-Co") == firm.aliases
    assert (("EXCO", "Ex-Co"), ("Пример",)) == (firm.weak, firm.originals)
    assert (date(2022, 2, 28), "2022/999 (OJ L1)") == (firm.begins, firm.cite)
    assert ("entity", ("RU",), ("RUS",)) == (firm.kind, firm.places, firm.programmes)
    assert ("EU.999.1", ("Registration Number 102",)) == (firm.id, firm.identifiers)


def test_the_european_csv_gathers_the_lines_of_a_party() -> None:
    """Two lines of one number are one party; a day is read as it is written there."""
    firm, man = load(EU_CSV, "eu", "EU").rows

    assert ("EXCO",) == firm.weak
    assert (date(2022, 2, 28), "entity", ("RU",)) == (
        firm.begins,
        firm.kind,
        firm.places,
    )
    assert ("Ivan SAMPLE", "individual") == (man.name, man.kind)


UK_HEAD = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,"
    "Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,"
    "Regime Name,Designation Type,Address Line 1,Address Country,Date Designated,"
    "Nationality(/ies),Parent company,IMO number"
)
UK = (
    f"Report Date: 13-Feb-2026\n{UK_HEAD}\n"
    "12/01/2022,RUS0001,123,,EXAMPLE PLANT,,,,,,Primary Name,,,Завод,Russia,Entity,"
    '"1 Long Road, Perm",Russia,24/02/2022,,Example Holding,\n'
    "12/01/2022,RUS0001,123,,EXPLANT,,,,,,Alias,Low quality,,,Russia,Entity,,Russia,"
    "24/02/2022,,,\n"
    "12/01/2022,RUS0002,124,,SAMPLE,Ivan,Petrovich,,,,Primary Name,,Mr,,Russia,"
    "Individual,,,24/02/2022,Russia,,\n"
    "09/05/2025,RUS0003,125,,EXAMPLE STAR,,,,,,Primary Name,,,,Russia,Ship,,,"
    "00/05/2025,,,1234567\n"
)
OFSI = (
    "Last Updated,03/06/2025\n"
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Nationality,"
    "Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    "UK Sanctions List Date Designated,Last Updated,Group ID\n"
    "SAMPLE,Ivan,,,,,,Иван,Russia,,,Individual,Primary name,,Russia,25/02/2022,"
    "24/02/2022,01/02/2024,777\n"
    "SAMPLE,Ike,,,,,,,Russia,,,Individual,AKA,Low,Russia,25/02/2022,24/02/2022,"
    "01/02/2024,777\n"
)


def test_the_uk_sanctions_list_is_read() -> None:
    """A party's lines are one row; a day that is none is left out and told."""
    loaded = load(UK, "uk", "UK")
    plant, man, ship = loaded.rows

    assert ("EXAMPLE PLANT", ("EXPLANT", "Завод")) == (plant.name, plant.aliases)
    assert (("EXPLANT",), ("Завод",)) == (plant.weak, plant.originals)
    assert (date(2022, 2, 24), ("Example Holding",)) == (plant.begins, plant.parents)
    assert ("Ivan Petrovich SAMPLE", "individual") == (man.name, man.kind)
    assert ("vessel", None, ("1234567",)) == (ship.kind, ship.begins, ship.identifiers)
    assert "'00/05/2025' is no day of a listing" in loaded.remarks[0]


def test_the_former_uk_list_is_read_by_its_own_header() -> None:
    """The group is the party; the day of designation goes before that of listing."""
    man = row(OFSI, "uk", "UK")

    assert ("Ivan SAMPLE", ("Ike SAMPLE", "Иван"), ("Ike SAMPLE",)) == (
        man.name,
        man.aliases,
        man.weak,
    )
    assert ("777", date(2022, 2, 24)) == (man.id, man.begins)


EL = (DATA / "entity-list.xml").read_text("utf-8")


def test_the_entity_list_of_the_ecfr_is_read() -> None:
    """A blank country is the one above; names, policy and notices are kept."""
    chips, institute = load(EL, "el", "EL").rows

    assert ("Example Chips Co., Ltd.", ("Exchip", "EX Semiconductor")) == (
        chips.name,
        chips.aliases,
    )
    assert ("No. 1 Long Road, Harbin, China.",) == chips.sites
    assert (("CN",), ("CN",)) == (chips.places, institute.places)
    assert (date(2019, 5, 21), date(2025, 1, 16)) == (chips.begins, institute.begins)
    assert ("84 FR 22963, 5/21/19. 85 FR 100, 8/20/20", "Presumption of denial") == (
        chips.cite,
        chips.policy,
    )
    assert ("Sample Institute", ("SI",)) == (institute.name, institute.aliases)


@pytest.mark.parametrize(
    ("cell", "name", "aliases", "site"),
    [
        (
            "J. Example, a.k.a., the following alias: —J. S. Example & Co. Ltd. 5 Way",
            "J. Example",
            ("J. S. Example & Co. Ltd.",),
            "5 Way",
        ),
        ("Example Co., Ltd., No. 1 Way", "Example Co., Ltd.", (), "No. 1 Way"),
        ("Ivan Sample, f.k.a., Ivan Old, 1 Way", "Ivan Sample", ("Ivan Old",), "1 Way"),
        ("Example", "Example", (), ""),
    ],
)
def test_a_cell_of_the_entity_list_is_taken_apart(
    cell: str, name: str, aliases: tuple[str, ...], site: str
) -> None:
    """Name, other names, addresses: short words end no name."""
    text = EL.replace("Sample Institute, a.k.a., SI, 2 Long Road, Harbin, China", cell)
    found = load(text.replace("&", "&amp;"), "el", "EL").rows[1]

    assert (name, aliases, (site,) if site else ()) == (
        found.name,
        found.aliases,
        found.sites,
    )


def test_a_cell_with_other_firms_is_told() -> None:
    """What stands there beside the party is not taken for its address in silence."""
    cell = "Sample Institute, 1 Way. Affiliated entities: Other Co., Ltd., 2 Way."
    text = EL.replace("Sample Institute, a.k.a., SI, 2 Long Road, Harbin, China", cell)

    [remark] = load(text, "el", "EL").remarks
    assert "'Sample Institute' stands with affiliated or subordinate firms" in remark


TW = (
    "\ufeff項次item,名稱name,別名alias,地址address,護照號碼ID Number,"
    "國家代碼country code\n"
    '1,"Example Chips Co., Ltd.",簡體中文：示例芯片有限公司;Exchip,1 Long Road,,CN\n'
    "2,Ivan Sample（永久參考號：KPi.999）,,,12;34,KP;CN\n"
    "3,,,,,\n"
)


def test_the_taiwanese_list_is_read() -> None:
    """Chinese names are names of their own; a reference of the UN is an identifier."""
    loaded = load(TW, "tw", "SHTC")
    chips, man = loaded.rows

    assert ("示例芯片有限公司", "Exchip") == chips.aliases
    assert (("示例芯片有限公司",), ("CN",)) == (chips.originals, chips.places)
    assert ("Ivan Sample", ("KPi.999", "12", "34")) == (man.name, man.identifiers)
    assert ("1 rows name nobody: left out",) == loaded.remarks


FTM = (
    '{"id":"a","schema":"Company","caption":"Example Co","datasets":["own"],'
    '"properties":{"name":["Beispiel AG","Example Co"],"weakAlias":["EX"],'
    '"country":["cn"],"registrationNumber":["7"]}}\n'
    '{"id":"b","schema":"LegalEntity","properties":{"name":["Sample"]}}\n'
    '{"id":"s","schema":"Sanction","properties":{"entity":["a"],"program":["X"],'
    '"startDate":["2024-01-02"],"sourceUrl":["https://example.org"]}}\n'
    '{"id":"t","schema":"Sanction","properties":{"entity":["z"]}}\n'
    '{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"]}}\n'
)
TARGETS = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers",'
    '"sanctions","phones","emails","program_ids","dataset","first_seen","last_seen",'
    '"last_change"\n'
    '"a","Person","Ivan Sample","Ike;I. Sample","","ru;cn","","42","","","","X","Own",'
    '"","",""\n'
)


def test_entities_of_follow_the_money_are_read() -> None:
    """A sanction brings its days to its party; one of nobody in the file is told."""
    loaded = load(FTM, "ftm", "FTM")
    firm, other = loaded.rows

    assert ("Example Co", ("Beispiel AG", "EX"), ("EX",)) == (
        firm.name,
        firm.aliases,
        firm.weak,
    )
    assert ("own", date(2024, 1, 2), ("X",)) == (
        firm.list,
        firm.begins,
        firm.programmes,
    )
    assert ("FTM", "", ("CN",)) == (other.list, other.kind, firm.places)
    assert ("a sanction of 'z', who is not in the file",) == loaded.remarks


def test_simple_targets_are_read() -> None:
    """Names and places are joined by semicolons there."""
    man = row(TARGETS, "ftm")

    assert ("Ivan Sample", ("Ike", "I. Sample"), "individual") == (
        man.name,
        man.aliases,
        man.kind,
    )
    assert ("Own", ("RU", "CN"), ("42",)) == (man.list, man.places, man.identifiers)


@pytest.mark.parametrize(
    ("text", "reader", "said"),
    [
        (SDN[:150], "ofac", "list:1:1: .*(cut short|not whole CSV)"),
        ("a,b,c\n", "ofac", "list:1:1: 3 cells where the header has 12"),
        (SDN.replace("101", "x", 1), "ofac", "'x' is no number of a listing"),
        ("", "ofac", "the list is empty"),
        (UN[:900], "un", "list:[0-9]+:[0-9]+: this is not whole XML"),
        (UN.replace("EXAMPLE TRADING CORPORATION", ""), "un", "without a name"),
        (EU, "un", "begins with <export>, where <CONSOLIDATED_LIST> is expected"),
        ("a;b\n1;2\n", "eu", "list:1:1: the header lacks Entity_LogicalId"),
        (UK.replace("Unique ID", "ID"), "uk", "the header lacks Group ID"),
        (UK[:-30], "uk", "list:6:1: 15 cells where the header has 22"),
        (EL.replace("No. 4", "No. 7"), "el", "the file has no Supplement No. 4"),
        (TW.replace("別名alias", "alias"), "tw", "the header lacks 別名alias"),
        (SDN.replace("EXAMPLE TRADING CO., LTD.", ""), "ofac", "list:1:1: a row with"),
        (EU.replace("wholeName=", "other="), "eu", "list:3:1: an entry without a name"),
        (EU_CSV.replace(";13;", ";;"), "eu", "list:2:1: a party without its number"),
        (UK.replace("RUS0001", ""), "uk", "list:3:1: a party without its number"),
        ("<ECFR></ECFR>", "el", "the file has no Supplement No. 4"),
        (TARGETS.replace("Ivan Sample", ""), "ftm", "list:2:1: a row without a name"),
        (FTM.replace('"name":["Sample"]', ""), "ftm", "list:2:1: an entity without a"),
        ('{"id":"a"}\n', "ftm", "list:1:1: an entity has `id`, `schema`"),
        (FTM[:40], "ftm", "list:1:1: this line is not whole JSON"),
        ("<html>Access denied</html>", "eu", "begins with <html>"),
        ("<html>Access denied</html>", "uk", "the header lacks"),
    ],
)
def test_a_file_of_another_shape_is_refused_whole(
    text: str, reader: str, said: str
) -> None:
    """A cut file, another header, a page of an error: told with its line."""
    with pytest.raises(InputError, match=said):
        load(text, reader)


def test_a_line_ends_at_a_line_feed_only() -> None:
    """Other separators may stand in a name, and are taken out of it as strays."""
    text = FTM.replace("Example Co", "Example\u2028 Co\u0085").replace("\n", "\r\n")

    assert "Example Co" == load(text, "ftm", "FTM").rows[0].name
