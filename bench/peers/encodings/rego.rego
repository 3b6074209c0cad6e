package bench

import rego.v1

above_0(i) if { i.tpp >= 13305 }
above_0(i) if { i.tpp >= 9764; i.density >= 5.87 }
part_1(i) if { i.tpp >= 5234; i.density >= 4.98 }
part_1(i) if { i.bandwidth >= 3563; i.density >= 3.0 }
middle_0(i) if { part_1(i); not above_0(i) }
part_2(i) if { i.for_data_centres }
carved_out_0(i) if { not part_2(i); i.density < 8.59 }
part_3(i) if { above_0(i) }
part_3(i) if { middle_0(i) }
controlled_0(i) if { part_3(i); not carved_out_0(i) }
reached_0(i) if { i.home_origin }
reached_0(i) if { i.home_content >= 94 }
reached_0(i) if { i.home_tools; i.made_in in {"DD", "KK"} }
captured_0(p) if { p.listed }
captured_0(p) if { p.owned >= 24 }
part_4(p) if { p.parent_in in {"AA", "BB", "CC", "DD", "HH", "KK", "LL", "MM", "NN"} }
seated_0(p) if { p.seated_in in {"AA", "BB", "DD", "LL", "NN"} }
seated_0(p) if { not part_4(p) }
concern_0(p) if { captured_0(p) }
concern_0(p) if { seated_0(p); p.role in {"end_user", "purchaser"} }
part_5(i) if { controlled_0(i); reached_0(i) }
needs_licence_0 if { some i in input.items; part_5(i); input.destination in {"BB", "DD", "FF", "LL", "MM"} }
needs_party_licence_0 if { some p in input.parties; captured_0(p); some i in input.items; reached_0(i) }
part_6(p) if { not concern_0(p) }
exempt_0 if { every p in input.parties { part_6(p) }; input.price < 365839 }
part_7 if { needs_licence_0 }
part_7 if { needs_party_licence_0 }
part_8 if { input.licence_held }
forbidden_0 if { part_7; not exempt_0; not part_8 }
part_9(p) if { p.role in {"end_user", "forwarder"}; seated_0(p) }
use_breach_0 if { some i in input.items; above_0(i); some p in input.parties; part_9(p); input.end_use == "state" }
part_10(p) if { p.seated_in in {"AA", "CC", "DD", "EE", "FF", "LL"}; p.assets >= 2959 }
liable_abroad_0 if { some p in input.parties; part_10(p); input.refuses }
part_11(i) if { i.tpp >= 18212 }
part_12(i) if { not reached_0(i) }
must_notify_0 if { some i in input.items; part_11(i); not forbidden_0 }
must_notify_0 if { every i in input.items { part_12(i) } }
knot_0 if { forbidden_0; liable_abroad_0 }
default needs_licence_0 := false
default needs_party_licence_0 := false
default exempt_0 := false
default forbidden_0 := false
default use_breach_0 := false
default liable_abroad_0 := false
default must_notify_0 := false
default knot_0 := false

goals := {"needs_licence_0": needs_licence_0, "needs_party_licence_0": needs_party_licence_0, "exempt_0": exempt_0, "forbidden_0": forbidden_0, "use_breach_0": use_breach_0, "liable_abroad_0": liable_abroad_0, "must_notify_0": must_notify_0, "knot_0": knot_0}
