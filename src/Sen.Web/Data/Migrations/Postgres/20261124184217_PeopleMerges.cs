using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeopleMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations");

            migrationBuilder.AddColumn<Guid>(
                name: "duplicate_of_id",
                table: "registrations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "also_known_as",
                table: "persons",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "persons",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept_aparts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_aparts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    standing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    away_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    merged_by = table.Column<string>(type: "text", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false),
                    known_before = table.Column<string>(type: "text", nullable: false),
                    moved = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    undone_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations",
                columns: new[] { "workshop_id", "person_id" },
                unique: true,
                filter: "duplicate_of_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_persons_merged_into_id",
                table: "persons",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_aparts_first_id_second_id",
                table: "kept_aparts",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_away_id",
                table: "person_merges",
                column: "away_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_merged_at",
                table: "person_merges",
                column: "merged_at");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_standing_id",
                table: "person_merges",
                column: "standing_id");

            migrationBuilder.AddForeignKey(
                name: "fk_persons_persons_merged_into_id",
                table: "persons",
                column: "merged_into_id",
                principalTable: "persons",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_persons_persons_merged_into_id",
                table: "persons");

            migrationBuilder.DropTable(
                name: "kept_aparts");

            migrationBuilder.DropTable(
                name: "person_merges");

            migrationBuilder.DropIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_persons_merged_into_id",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "duplicate_of_id",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "also_known_as",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "persons");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations",
                columns: new[] { "workshop_id", "person_id" },
                unique: true);
        }
    }
}
