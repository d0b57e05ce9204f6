from analysis.codebook.divisions import Division, Divisions, divisions


def place(adcode, name, since=2007, until=9999, prefecture="襄阳市"):
    return Division(adcode, name, "county", "湖北省", prefecture, since, until, "")


def test_names_of_the_year_come_before_those_of_the_year_after():
    known = Divisions([place("1", "襄樊市", until=2009), place("1", "襄阳市", since=2010)])
    assert [d.name for d in known.named("襄樊市", 2009)] == ["襄樊市"]
    assert [d.name for d in known.named("襄阳市", 2009)] == ["襄阳市"]
    assert known.named("襄阳市", 2008) == known.named("襄樊市", 2010) == ()
    assert len(known.ever_named("襄樊市")) == 1


def test_the_longest_name_counts():
    known = Divisions([place("1", "海南"), place("2", "海南藏族自治州"), place("3", "海南省")])
    assert known.name_at("青海海南藏族自治州政府", 2) == "海南藏族自治州"
    assert known.name_at("海南岛") == "海南"
    assert known.name_at("青海海南省") == ""


def test_parents():
    assert place("1", "襄城区").parent == "襄阳市"
    assert place("1", "仙桃市", prefecture="").parent == "湖北省"
    assert divisions().named("北京市", 2017)[0].parent == ""
    assert divisions().named("乐陵市", 2017)[0].english == "Laoling"
