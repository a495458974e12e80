using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MergeAgencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invitations_batch_id_agency_id",
                table: "invitations");

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "kept_aparts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "duplicate_of_id",
                table: "invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "also_known_as",
                table: "agencies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agency_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    standing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    away_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merged_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    merged_by = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    known_before = table.Column<string>(type: "TEXT", nullable: false),
                    moved = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_merges", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_batch_id_agency_id",
                table: "invitations",
                columns: new[] { "batch_id", "agency_id" },
                unique: true,
                filter: "duplicate_of_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_merged_into_id",
                table: "agencies",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_agency_merges_away_id",
                table: "agency_merges",
                column: "away_id");

            migrationBuilder.CreateIndex(
                name: "ix_agency_merges_merged_at",
                table: "agency_merges",
                column: "merged_at");

            migrationBuilder.CreateIndex(
                name: "ix_agency_merges_standing_id",
                table: "agency_merges",
                column: "standing_id");

            migrationBuilder.AddForeignKey(
                name: "fk_agencies_agencies_merged_into_id",
                table: "agencies",
                column: "merged_into_id",
                principalTable: "agencies",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_agencies_agencies_merged_into_id",
                table: "agencies");

            migrationBuilder.DropTable(
                name: "agency_merges");

            migrationBuilder.DropIndex(
                name: "ix_invitations_batch_id_agency_id",
                table: "invitations");

            migrationBuilder.DropIndex(
                name: "ix_agencies_merged_into_id",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "kept_aparts");

            migrationBuilder.DropColumn(
                name: "duplicate_of_id",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "also_known_as",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "agencies");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_batch_id_agency_id",
                table: "invitations",
                columns: new[] { "batch_id", "agency_id" },
                unique: true);
        }
    }
}
