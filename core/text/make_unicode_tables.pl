#!/usr/bin/perl
# Writes core/text/unicode_tables.inc from the Unicode Character Database that Perl carries:
#
#     perl core/text/make_unicode_tables.pl > core/text/unicode_tables.inc
#
# The character classes and grapheme breaks are those of unicode_data.hpp, in its order.
use strict;
use warnings;
use Unicode::UCD qw(prop_invmap);

my @classes = qw(other upper lower letter mark ideograph digit numeral space punctuation symbol
    format);
my @breaks = qw(Other CR LF Control Extend ZWJ Regional_Indicator Prepend SpacingMark L V T LV LVT
    Extended_Pictographic);
my %class_number = map { $classes[$_] => $_ } 0 .. $#classes;
my %break_number = map { $breaks[$_] => $_ } 0 .. $#breaks;

my %maps;
for my $property (qw(gc GCB sc White_Space)) {
    my ($starts, $values) = prop_invmap($property);
    $maps{$property} = { starts => $starts, values => $values };
}

sub class_of {
    my ($category, $script, $white, $code) = @_;
    return 'space' if $white eq 'Y' || $code == 0x200B || $code == 0xFEFF;
    return 'ideograph' if $script =~ /^(Han|Hiragana|Katakana|Hangul)$/ && $category =~ /^(L|Nl)/;
    return 'upper' if $category =~ /^L[ut]$/;
    return 'lower' if $category eq 'Ll';
    return 'letter' if $category =~ /^L/;
    return 'mark' if $category =~ /^M/;
    return 'digit' if $category eq 'Nd';
    return 'numeral' if $category =~ /^N/;
    return 'punctuation' if $category =~ /^P/;
    return 'symbol' if $category =~ /^S/;
    return 'format' if $category eq 'Cf';
    return 'other';
}

# Walks the places where any of the properties changes.
my %change = map { my $map = $_; map { $_ => 1 } @{ $map->{starts} } } values %maps;
$change{$_} = 1 for 0x200B, 0x200C, 0xFEFF, 0xFF00;  # the exceptions in class_of
my (%at, @ranges, @ascii);
for my $code (sort { $a <=> $b } keys %change) {
    last if $code > 0x10FFFF;
    my %value;
    for my $property (keys %maps) {
        my ($starts, $values) = @{ $maps{$property} }{qw(starts values)};
        my $i = $at{$property} // 0;
        $i++ while $i < $#$starts && $starts->[$i + 1] <= $code;
        $at{$property} = $i;
        $value{$property} = $values->[$i];
    }
    my $break = $value{GCB};  # Perl folds Extended_Pictographic into some of its values
    $break = 'Extended_Pictographic' if $break eq 'ExtPict_XX';
    my $class = class_of(@value{qw(gc sc White_Space)}, $code);
    my $packed = ($break_number{$break} // die "unknown break $break") << 4 | $class_number{$class};
    push @ranges, [$code, $packed] if !@ranges || $ranges[-1][1] != $packed;
}
for my $range (0 .. $#ranges) {
    my ($first, $packed) = @{ $ranges[$range] };
    my $end = $range < $#ranges ? $ranges[$range + 1][0] : 0x110000;
    $ascii[$_] = $packed for $first .. ($end < 0x80 ? $end : 0x80) - 1;
}

# Simple case mappings as runs with one difference: every code point, or every second one.
sub case_runs {
    my ($property) = @_;
    my ($starts, $values) = prop_invmap($property);
    my (@pairs, @runs);
    for my $i (0 .. $#$starts) {
        next if !$values->[$i];
        my $end = $i < $#$starts ? $starts->[$i + 1] : 0x110000;
        push @pairs, [$_, $values->[$i] - $starts->[$i]] for $starts->[$i] .. $end - 1;
    }
    for my $pair (@pairs) {
        my ($code, $difference) = @$pair;
        my $run = @runs ? $runs[-1] : undef;
        my $step = $run ? $code - $run->{last} : 0;
        if ($run && $run->{difference} == $difference
            && ($step == 1 || $step == 2) && ($run->{first} == $run->{last} || $step == $run->{step}))
        {
            $run->{last} = $code;
            $run->{step} = $step;
        } else {
            push @runs, { first => $code, last => $code, difference => $difference, step => 1 };
        }
    }
    return @runs;
}

sub print_list {
    my ($declaration, @items) = @_;
    print "$declaration = {\n";
    my $line = '   ';
    for my $item (@items) {
        if (length($line) + length($item) + 2 > 100) {
            print "$line\n";
            $line = '   ';
        }
        $line .= " $item,";
    }
    print "$line\n};\n\n";
}

printf "// Unicode %s. Made by core/text/make_unicode_tables.pl; do not edit. To make it again:\n",
    Unicode::UCD::UnicodeVersion();
print "//     perl core/text/make_unicode_tables.pl > core/text/unicode_tables.inc\n";
print "// clang-format off\n\n";
print "// Each element: grapheme break << 4 | class.\n";
print_list('const std::uint8_t ascii_properties[128]', @ascii);
print "// Each element: first code point << 8 | grapheme break << 4 | class; up to the next element.\n";
print_list('constexpr std::uint32_t property_ranges[]', map { sprintf '0x%x', $_->[0] << 8 | $_->[1] } @ranges);
for my $case (['lower_runs', 'slc'], ['upper_runs', 'suc']) {
    my ($name, $property) = @$case;
    print_list("constexpr CaseRun $name\[]",
        map { "{$_->{first}, $_->{last}, $_->{difference}, $_->{step}}" } case_runs($property));
}
